{{^is_optional}}
const auto& body = request.body;
{{>parts}}
{{/is_optional}}
{{#is_optional}}
if (request.body) {
  const auto& body = *request.body;
  {{>parts}}
}
{{/is_optional}}
