{{#has_fields}}

{{/has_fields}}
/// Equal when all members are.
template <class T>
{{^compared}}
friend bindery::if_same<T, {{name}}> operator==(const T&, const T&) {
  return true;
}
{{/compared}}
{{#has_compared}}
friend bindery::if_same<T, {{name}}> operator==(const T& left, const T& right) {
  return {{#compared}}left.{{text}} == right.{{text}}{{^last}} &&
         {{/last}}{{/compared}};
}
{{/has_compared}}
template <class T>
friend bindery::if_same<T, {{name}}> operator!=(const T& left, const T& right) {
  return !(left == right);
}
