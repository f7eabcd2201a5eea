"""Documents the generator is measured on: public ones, and one of any number of operations.

Must not generate code.
"""
import json

PUBLIC = {  # in the unpacked corpus
    "Telnyx": "collection-jentic/telnyx.com__main__2.0.0__spec3.yaml",
    "OpenAI": "vendor-openai/openapi.yaml",
    "GitHub": "vendor-github/api.github.com.json",
}


def document_of(operations: int) -> str:
    """An OpenAPI document with so many operations, five to a resource, each resource with a model
    of its own and one that it shares with its neighbour."""
    paths: dict = {}
    schemas: dict = {"Problem": _object({"code": _text("Why."), "message": _text("For people.")},
                                        ["code"])}
    resources = max(1, operations // 5)
    for number in range(resources):
        name, path = f"Resource{number}", f"/resources{number}"
        schemas[name] = _object({
            "id": _text("The id."), "name": _text("The name."), "size": {"type": "integer"},
            "state": {"type": "string", "enum": ["new", "ready", "gone"]},
            "labels": {"type": "array", "items": {"type": "string"}},
            "neighbour": {"$ref": f"#/components/schemas/Resource{max(0, number - 1)}"},
        }, ["id", "state"])
        schemas[f"{name}Page"] = _object({
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}},
            "next_token": {"type": ["string", "null"]}}, ["items"])
        tag = f"group{number // 10}"
        body = {"required": True, "content": _json(name)}
        by_id = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
        paths[path] = {
            "get": _operation(f"list{name}", tag, "200", f"{name}Page", parameters=[
                {"name": "token", "in": "query", "schema": {"type": "string"}},
                {"name": "limit", "in": "query", "schema": {"type": "integer"}}]),
            "post": _operation(f"create{name}", tag, "201", name, requestBody=body),
        }
        paths[path + "/{id}"] = {
            "parameters": by_id,
            "get": _operation(f"get{name}", tag, "200", name),
            "put": _operation(f"put{name}", tag, "200", name, requestBody=body),
            "delete": _operation(f"delete{name}", tag, "204", None),
        }
    return json.dumps({"openapi": "3.1.0", "info": {"title": "Growth", "version": "1"},
                       "paths": paths, "components": {"schemas": schemas}})


def _operation(operation_id: str, tag: str, status: str, schema: str | None, **more) -> dict:
    answer: dict = {"description": "Done."}
    if schema:
        answer["content"] = _json(schema)
    return {"operationId": operation_id, "tags": [tag], "summary": operation_id, **more,
            "responses": {status: answer,
                          "default": {"description": "Failed.", "content": _json("Problem")}}}


def _json(schema: str) -> dict:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _object(properties: dict, required: list) -> dict:
    return {"type": "object", "properties": properties, "required": required}


def _text(description: str) -> dict:
    return {"type": "string", "description": description}
