{{#has_fields}}

{{/has_fields}}
/// Equal when all members are.
template <class T>
{{#is_wrapped}}
friend bindery::if_same<T, {{name}}>
operator==({{compared_operands}}) {
{{/is_wrapped}}
{{^is_wrapped}}
friend bindery::if_same<T, {{name}}> operator==({{compared_operands}}) {
{{/is_wrapped}}
{{#has_compared}}
  return {{#compared}}{{text}}{{^last}} &&
         {{/last}}{{/compared}};
{{/has_compared}}
{{^has_compared}}
  return true;
{{/has_compared}}
}
template <class T>
{{#is_wrapped}}
friend bindery::if_same<T, {{name}}>
operator!=({{operands}}) {
{{/is_wrapped}}
{{^is_wrapped}}
friend bindery::if_same<T, {{name}}> operator!=({{operands}}) {
{{/is_wrapped}}
  return {{unequal}};
}
