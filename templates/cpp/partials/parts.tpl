{{type}} {{variable}};
{{#parts}}
{{text}};
{{/parts}}
{{#maps}}
{{text}};
{{/maps}}
call.{{send}};
