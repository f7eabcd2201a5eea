{{#statements}}
{{text}};
{{/statements}}
