{{#has_fields}}

{{/has_fields}}
/// Equal when all members are.
template <class T>
{{#is_wrapped}}
friend bindery::if_same<T, {{name}}>
operator==({{compared_parameters}}) {
{{/is_wrapped}}
{{^is_wrapped}}
friend bindery::if_same<T, {{name}}> operator==({{compared_parameters}}) {
{{/is_wrapped}}
{{#has_compared}}
  return {{#compared}}left.{{text}} == right.{{text}}{{^last}} &&
         {{/last}}{{/compared}};
{{/has_compared}}
{{^has_compared}}
  return true;
{{/has_compared}}
}
template <class T>
{{#is_wrapped}}
friend bindery::if_same<T, {{name}}>
operator!=(const T& left, const T& right) {
{{/is_wrapped}}
{{^is_wrapped}}
friend bindery::if_same<T, {{name}}> operator!=(const T& left, const T& right) {
{{/is_wrapped}}
  return !(left == right);
}
