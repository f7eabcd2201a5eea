{{! The whole client but transports. }}
{{#file}}
{{>opening}}
{{/file}}
