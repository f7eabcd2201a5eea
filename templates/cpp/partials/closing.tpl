{{#names_deprecated}}

BINDERY_OWN_USE_END
{{/names_deprecated}}
