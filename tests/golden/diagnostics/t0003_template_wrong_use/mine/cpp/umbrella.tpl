// {{#banner}}x{{/banner}}
