{{>docs}}
using {{name}} = {{type}};
