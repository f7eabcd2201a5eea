{{! The operations of one tag. }}
{{#file}}
{{>opening}}
{{/file}}

namespace {{name_space}} {

{{>docs}}
class {{name}} {
 public:
  explicit {{name}}(std::shared_ptr<const bindery::Pipeline> pipeline)
      : pipeline_(std::move(pipeline)) {}
{{#functions}}

  {{>function}}
{{/functions}}

 private:
  std::shared_ptr<const bindery::Pipeline> pipeline_;
};

inline {{name}} Client::{{accessor}}() const {
  return {{name}}(pipeline_);
}

}  // namespace {{name_space}}
{{#file}}
{{>closing}}
{{/file}}
