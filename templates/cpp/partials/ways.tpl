{{#statements}}
{{text}};
{{/statements}}
{{#ways}}
{{>way}}
{{/ways}}
