{{>docs}}
using {{name}}{{#is_deprecated}} [[deprecated]]{{/is_deprecated}} = {{type}};
