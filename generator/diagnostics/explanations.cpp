// One paragraph per code of codes.def, printed by `bindery explain CODE`: what it means, why, what
// to do. Must not hold anything else.
#include "diagnostics/diagnostic.hpp"

namespace bindery::diagnostics {

std::string_view explanation(Code code) {
  // No default: the compiler then names every code without a paragraph.
  switch (code) {
    case Code::E0101:
      return "The file or folder named on the command line, or reached by a `$ref`, could not be "
             "opened or read. The message ends with what the system said. Check the spelling, "
             "the folder the command runs in, and the permissions. Texts of more than 1 GiB are "
             "refused.";
    case Code::E0102:
      return "The input holds nothing but white space or comments, so there is no document to "
             "read. Often a download failed and left an empty file behind: fetch it again.";
    case Code::E0103:
      return "The text does not follow the rules of YAML 1.2. The place shown is where reading "
             "stopped; the mistake is there or a little before it. Usual causes are a tab used "
             "for indentation, a value that begins with one of `@ ` % & * !` without quotes, a "
             "`: ` inside an unquoted text, lines of one mapping that are indented differently, "
             "and control characters. Keys must be single values: a list or a mapping cannot be "
             "a key.";
    case Code::E0104:
      return "The text does not follow the rules of JSON (RFC 8259). Usual causes are a comma "
             "too many or too few, a comment, single quotes, a line break inside a string, half "
             "of a surrogate pair (`\\ud83d` alone), and text behind the end of the document. A "
             "file that is really YAML should be named `.yaml`.";
    case Code::E0105:
      return "The same key stands twice in one mapping. Readers disagree about which of the two "
             "counts, so bindery takes neither silently. Remove one, or merge the two values; "
             "the note shows where the key was given first.";
    case Code::E0106:
      return "A YAML alias (`*name`) has no anchor (`&name`) before it, stands inside the very "
             "value it repeats, or is repeated so often that the document would grow beyond any "
             "use. Write the value out, or use a `$ref`, which is followed without being copied.";
    case Code::E0107:
      return "A `---` line begins a second YAML document in the same file. Only the first one is "
             "read. Put each document in a file of its own and name both files on the command "
             "line.";
    case Code::E0108:
      return "Values stand inside each other more deeply than bindery follows: 1000 levels in "
             "JSON and about 500 in YAML. No real API description needs so many; the input is "
             "probably made by a program that runs away, or made to do harm.";
    case Code::E0109:
      return "The root of the input is not a mapping with an `openapi` key, so it is not an "
             "OpenAPI document. Fragments that are only reached by `$ref` need not be named on "
             "the command line; a folder is searched for its documents by itself.";
    case Code::E0110:
      return "bindery reads OpenAPI 3.0, 3.1 and 3.2. A document with `swagger: \"2.0\"` must be "
             "converted first; converters such as swagger2openapi do this without loss. Other "
             "values of `openapi` are spelling mistakes or versions not yet known.";
    case Code::E0111:
      return "The page was named directly, but none of its fenced blocks holds an OpenAPI "
             "document. A block is taken when its info string says `yaml`, `yml` or `json`, or "
             "nothing, and its root has an `openapi` key.";
    case Code::E0112:
      return "A file in the folder is neither an OpenAPI document nor a page with an OpenAPI "
             "block, so it is passed over. Nothing needs to be done. Named directly on the "
             "command line it would be an error.";
    case Code::E0113:
      return "The folder holds no OpenAPI document and no page with an OpenAPI block. Documents "
             "end in `.yaml`, `.yml` or `.json` and have an `openapi` key at their root; pages "
             "end in `.md`, `.mdx` or `.txt`.";
    case Code::E0114:
      return "A fenced block that looks like OpenAPI begins in the page and never ends. It was "
             "read to the end of the page, which may be too much. Close it with a line of at "
             "least as many backticks or tildes as opened it; often the page was cut short when "
             "it was saved.";
    case Code::E0115:
      return "The bytes at this place are not UTF-8, the only encoding JSON and YAML documents "
             "are exchanged in. Convert the file (for example with `iconv -f latin1 -t utf-8`), "
             "and check whether it is text at all.";
    case Code::E0116:
      return "`bindery.yaml` says something that is not understood: an unknown key, a value of "
             "the wrong kind, or one out of range. The message names what is expected at that "
             "place.";
    case Code::E0201:
      return "Following this `$ref` leads through other references back to itself, without ever "
             "reaching a value. Schemas may contain themselves inside a property or a list, but "
             "nothing can be only a reference to itself. Give one member of the chain a value of "
             "its own.";
    case Code::E0202:
      return "The reference names a document on another host. bindery opens no connection, so "
             "that the same input always gives the same output. Download that document, put it "
             "beside this one, and refer to it by a relative path.";
    case Code::E0203:
      return "The place a `$ref` points to does not exist: the file is there, but not the key. "
             "References are JSON pointers: `/` inside a key is written `~1` and `~` is written "
             "`~0`. Look for a spelling mistake; the hint shows the nearest name there is.";
    case Code::E0204:
      return "A `$ref` leads to something of another kind than is needed here, for example from "
             "a parameter to a schema. Point it to a component of the right kind, usually under "
             "another part of `#/components`.";
    case Code::E0301:
      return "A field holds another kind of value than OpenAPI asks for at this place, such as a "
             "text where a list must stand. In YAML a missing pair of quotes is a common cause: "
             "`200` is a number and `'200'` is a text, and a key without a value is null.";
    case Code::E0302:
      return "A field that OpenAPI requires at this place is not there. Without it the object "
             "has no clear meaning, so it cannot be generated. Add the field, or remove the "
             "object.";
    case Code::E0303:
      return "OpenAPI has no field of this name at this place, so it has no effect. Usually it "
             "is misspelt or indented one step too far or too little. Fields of your own must "
             "begin with `x-`.";
    case Code::E0304:
      return "`type` must be one of `null`, `boolean`, `integer`, `number`, `string`, `array` "
             "and `object`. The schema is treated as one that allows any value.";
    case Code::E0305:
      return "The schemas of one `allOf` demand things of the same property or value that no "
             "value can satisfy together, such as two different types. There is no C++ type for "
             "it, so it is generated as free-form JSON. Correct one of the members; both are "
             "shown.";
    case Code::E0306:
      return "The alternatives of a `oneOf` or `anyOf` cannot be told apart by their JSON kind, "
             "by a property with fixed values or by their required properties. Decoding takes "
             "the one that reads most members without an error, the first of equals. Add a "
             "`discriminator` to make it exact.";
    case Code::E0307:
      return "The `discriminator` cannot decide between the alternatives: its property is "
             "missing in one of them, or its mapping names something that is not one of them. It "
             "is ignored, and the alternatives are told apart by their shape.";
    case Code::E0308:
      return "Several inputs describe the same thing, and differ in what they mean by it: "
             "another property, type, value or status. bindery does not choose for you. Correct "
             "one of the inputs, leave one out, or say `--on-conflict=first` or `--on- "
             "conflict=last`.";
    case Code::E0309:
      return "Several inputs describe the same thing and differ only in descriptions, titles or "
             "examples. The first text is used. Nothing needs to be done.";
    case Code::E0310:
      return "The keyword belongs to another version of OpenAPI than the one the document "
             "declares, so by the letter it has no effect here: `nullable` ended with 3.0, and "
             "type lists began with 3.1. Use the form of the declared version, or declare the "
             "right version.";
    case Code::E0311:
      return "The value has the right kind but cannot be used: a negative length, a pattern that "
             "is none, a default that the schema itself refuses. It is ignored.";
    case Code::E0312:
      return "A value given as `example` or `examples` is not one that its own schema describes: "
             "of another type, without a required member, not in the enumeration. Code is "
             "generated from the schema alone, so either the schema is wrong, and the client will "
             "refuse what the service sends, or the example is, and misleads its readers. All of "
             "a document's such examples are one warning; `bindery dump --stage=examples` lists "
             "them.";
    case Code::E0401:
      return "The operation has no `operationId`, so its function is named after method and "
             "path, such as `get_pets_by_id`. Add an `operationId` to choose the name, and to "
             "keep it when the path changes.";
    case Code::E0402:
      return "Two operations have the same `operationId`, which must be unique in a document. "
             "The later one gets a name made from its method and path. The note shows the first.";
    case Code::E0403:
      return "The path has a `{name}` for which no parameter with `in: path` is declared. It is "
             "generated as a required text parameter. Declare it to give it a type and a "
             "description.";
    case Code::E0404:
      return "A parameter with `in: path` is declared, but the path has no `{name}` of that "
             "spelling, so it would never be sent. It is left out. Compare the two spellings, "
             "upper and lower case included.";
    case Code::E0405:
      return "The security requirement names a scheme that `components/securitySchemes` does not "
             "declare. The requirement cannot be met and is left out. Declare the scheme or "
             "correct the name.";
    case Code::E0406:
      return "A key of `responses` is not a status (`200`), a range (`4XX`) or `default`, or "
             "there is no response at all; or content is documented for a status with which HTTP "
             "never sends any (1xx, 204, 205, 304). What cannot be read is left out.";
    case Code::E0407:
      return "Two parameters of one operation have the same name and the same `in`. Only the "
             "first is used. A parameter of the operation may replace one of its path item; that "
             "is no mistake and not reported.";
    case Code::E0408:
      return "A filter given by the configuration or the command line matches no tag, path or "
             "operation, so it does nothing. Usually a name was misspelt, or the API changed. "
             "The hint shows the nearest name there is.";
    case Code::E0501:
      return "Two things of the document lead to the same C++ name in the same scope. One of "
             "them gets a longer name; the message says which. Choose better names by `x-cpp- "
             "name` in the document or by `names` in `bindery.yaml`, so that they also stay "
             "stable.";
    case Code::E0502:
      return "A name given by `x-cpp-name` or in `bindery.yaml` cannot be a C++ identifier: it "
             "is empty, begins with a digit, holds other characters than letters, digits and "
             "`_`, or is a reserved word. Choose another.";
    case Code::E0601:
      return "No code can be generated for bodies of this media type. The body is left out, or "
             "handed over as raw bytes where that is possible; the rest of the operation is "
             "generated.";
    case Code::E0602:
      return "The parameter is to be serialized in a way that OpenAPI does not define for its "
             "type, or that bindery does not write, such as an object inside an object in the "
             "`form` style. The parameter is left out of the request.";
    case Code::E0603:
      return "The security scheme cannot be carried out by the generated client on its own. "
             "Operations that need it are generated, and the header must be set by the caller.";
    case Code::E0604:
      return "The schema says something that a C++ type cannot express, such as `not` or `if`. "
             "The value is accepted without that rule; where the whole type depends on it, the "
             "value is kept as free-form JSON.";
    case Code::E0605:
      return "The `url` of the server cannot be used: it has a variable without a default, or is "
             "not a URL. The server is left out; pass the address to the client yourself.";
    case Code::I0001:
      return "A file or folder of the output could not be written; the message ends with what "
             "the system said. What stood there before is unchanged. Check the permissions and "
             "the free space.";
    case Code::I0002:
      return "A file is in the way that the manifest of the output folder does not list, so "
             "bindery did not write it and will not overwrite it. Move or delete it, or generate "
             "into another folder.";
    case Code::I0003:
      return "A file would be written outside of the output folder, or two files would have the "
             "same path on some system. This follows from a name in the document or "
             "configuration; rename it there.";
    case Code::I0004:
      return "`--check` compared what would be generated with what is in the output folder, and "
             "they differ; the difference was shown. Run `bindery generate` again without "
             "`--check` and commit the result. If nobody changed the document, a generated file "
             "was edited by hand.";
    case Code::I0005:
      return "`bindery.manifest` in the output folder cannot be read, so it is not known which "
             "files bindery wrote. Restore it from version control, or delete the whole output "
             "folder and generate again.";
    case Code::T0001:
      return "The template breaks the rules of the template language: a tag that does not end, a "
             "section that is not closed, or one closed in the wrong order.";
    case Code::T0002:
      return "The template asks for a name that what it is given does not have. `bindery "
             "describe-templates` lists all names of every template.";
    case Code::T0003:
      return "The template uses a name as something it is not: a list as a text, a text as a "
             "condition, and the like. `bindery describe-templates` shows the kind of each name.";
    case Code::T0004:
      return "The template includes a partial that is in no template folder. Check the spelling, "
             "and that the file ends in `.tpl` and lies in `partials`.";
    case Code::T0005:
      return "A template or partial in the folder given by `--templates` is never asked for, so "
             "it has no effect. Usually its name is misspelt: the built-in names are those that "
             "`bindery describe-templates` lists.";
  }
  return {};
}

}  // namespace bindery::diagnostics
