// Goes over schemas, operations and what is sent to us.
// Must not lower anything: a schema that has no type by now has none.
#include "model/gather_examples.hpp"

#include <set>
#include <utility>

#include "model/media_type.hpp"
#include "model/schema_facts.hpp"
#include "model/type_uses.hpp"
#include "spec/violation.hpp"

namespace bindery::model {
namespace {

using spec::Direction;

/// By type: whether a value of it holds a primitive of that sort anywhere.
std::vector<bool> holders_of(const TypeTable& types, Primitive sought) {
  std::vector<std::vector<TypeId>> users(types.size());
  std::vector<TypeId> waiting;
  std::vector<bool> holds(types.size(), false);
  for (std::size_t index = 0; index < types.size(); ++index) {
    const TypeId id = types.id(index);
    const Type& type = types.at(id);
    for_each_use(type.shape, [&](const TypeUse& use) {
      if (use.type.is_known()) users[use.type.index].push_back(id);
    });
    const auto* primitive = type.as<Primitive>();
    if (primitive == nullptr || *primitive != sought) continue;
    holds[index] = true;
    waiting.push_back(id);
  }
  while (!waiting.empty()) {
    const TypeId id = waiting.back();
    waiting.pop_back();
    for (const TypeId user : users[id.index]) {
      if (holds[user.index]) continue;
      holds[user.index] = true;
      waiting.push_back(user);
    }
  }
  return holds;
}

class Gathering {
 public:
  explicit Gathering(Lowering& lowering)
      : lowering_(lowering),
        raw_(holders_of(lowering.types(), Primitive::binary)),
        single_(holders_of(lowering.types(), Primitive::float32)) {}

  void run() {
    for (std::size_t index = 0; index < lowering_.spec.schemas.size(); ++index) {
      const spec::SchemaId id{static_cast<std::uint32_t>(index)};
      const spec::Schema& schema = lowering_.spec.schema(id);
      for (const document::Node* value : schema.examples) {
        add(id, value, origin_of(schema), Direction::unknown);
      }
    }
    for (const spec::PathItem& item : lowering_.spec.paths) gather(item, Direction::request);
    for (const spec::PathItem& item : lowering_.spec.webhooks) gather(item, Direction::answer);
    report();
  }

 private:
  /// `sent` is the direction of bodies: what a callback sends us is no request of ours.
  void gather(const spec::PathItem& item, Direction sent) {
    for (const spec::Operation& operation : item.operations) {
      for (const spec::Parameter& parameter : operation.parameters) {
        if (parameter.schema) {
          for (const spec::Example& example : parameter.examples) {
            add(*parameter.schema, example.value, origin_of(parameter.origin), Direction::unknown);
          }
        }
        gather(parameter.content, Direction::unknown);
      }
      if (operation.request_body) gather(operation.request_body->content, sent);
      for (const spec::Response& response : operation.responses) {
        gather(response.content, Direction::answer);
      }
      for (const spec::Callback& callback : operation.callbacks) {
        for (const spec::PathItem& called : callback.path_items) gather(called, Direction::answer);
      }
    }
  }

  void gather(const std::vector<spec::MediaType>& contents, Direction direction) {
    for (const spec::MediaType& media : contents) {
      if (!media.schema || kind_by_name(without_parameters(media.name)) != ContentKind::json) {
        continue;
      }
      for (const spec::Example& example : media.examples) {
        add(*media.schema, example.value, origin_of(media.origin), direction);
      }
    }
  }

  void add(spec::SchemaId schema, const document::Node* value, Origin origin, Direction direction) {
    if (value == nullptr || !schema.is_known()) return;
    TypeUse use;
    if (const Component* component = lowering_.component(schema)) {
      use.type = component->type;
    } else if (const auto found = lowering_.uses.find(schema.index);
               found != lowering_.uses.end()) {
      use = found->second;
    }
    if (!use.type.is_known() || raw_[use.type.index]) return;
    if (const auto null = lowering_.nullable.find(schema.index); null != lowering_.nullable.end()) {
      use.nullable = null->second;
    }
    if (!known_.insert({schema.index, value}).second) return;
    Example example;
    example.type = use;
    example.value = value;
    example.is_sent = direction == Direction::request;
    example.holds_single_precision = single_[use.type.index];
    example.origin = std::move(origin);
    example.origin.where = value->where;
    if (const auto violation = spec::first_violation(lowering_.spec, schema, *value, direction)) {
      example.violation =
          violation->path + (violation->path.empty() ? "" : ": ") + violation->message;
    }
    lowering_.api.examples.push_back(std::move(example));
  }

  /// All of them in one warning, for some documents have thousands.
  void report() {
    constexpr std::size_t most_notes = 5;
    std::vector<const Example*> wrong;
    for (const Example& example : lowering_.api.examples) {
      if (!example.violation.empty()) wrong.push_back(&example);
    }
    if (wrong.empty()) return;
    auto report = lowering_.diagnostics.report(
        diagnostics::Code::E0312, wrong.front()->origin.where,
        "example is no value of its schema: " + wrong.front()->violation);
    report.at(wrong.front()->origin.pointer);
    for (std::size_t index = 1; index < wrong.size() && index <= most_notes; ++index) {
      report.note(wrong[index]->origin.where, "nor is this one: " + wrong[index]->violation);
    }
    if (wrong.size() > most_notes + 1) {
      report.hint(std::to_string(wrong.size()) +
                  " examples of the document are like this; "
                  "`bindery dump --stage=examples` lists all");
    }
  }

  Lowering& lowering_;
  std::vector<bool> raw_, single_;
  std::set<std::pair<std::uint32_t, const document::Node*>> known_;
};

}  // namespace

void gather_examples(Lowering& lowering) { Gathering(lowering).run(); }

}  // namespace bindery::model
