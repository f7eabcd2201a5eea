{{#docs}}
/// {{text}}
{{/docs}}
