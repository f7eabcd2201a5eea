"""Which members of a schema a value has: the ones no schema names, and the ones that have been sent so far."""
from schemas import IN_PLACE, layers, place_of


def applied(schemas, schema, value, seen=None):
    """Like `layers`, without the alternatives of unions that `value` is not."""
    seen = set() if seen is None else seen
    if schema.pointer in seen or not isinstance(schema.value, dict):
        return
    seen.add(schema.pointer)
    yield schema
    if "$ref" in schema.value:
        yield from applied(schemas, schema.documents.at(schema.value["$ref"]), value, seen)
    for keyword in IN_PLACE:
        for _, below in (schema.child(keyword) or schema.documents.empty).children():
            if keyword == "allOf" or schemas.fits(below, value):
                yield from applied(schemas, below, value, seen)


def below_name(layer, name):
    """The schemas a layer has for a member; True when it takes any, and nothing when it says nothing."""
    named = layer.child("properties")
    if named and name in named.value:
        return [named.child(name)], True
    others = layer.value.get("additionalProperties")
    if isinstance(others, dict):
        return [layer.child("additionalProperties")], True
    return [], others is True or "patternProperties" in layer.value


def members_of(schemas, schema, value, sent, path=()):
    """Adds to `sent` where each member of a valid `value` is documented; the places of those that are not."""
    unknown = []
    found = list(applied(schemas, schema, value))
    if isinstance(value, dict):
        is_free = not any("properties" in layer.value for layer in found)
        for name, member in value.items():
            is_known = is_free
            for layer in found:
                below, takes = below_name(layer, name)
                is_known = is_known or takes
                for node in below:
                    sent.add(node.pointer)
                    unknown += members_of(schemas, node, member, sent, (*path, name))
            if not is_known:
                unknown.append(f"{place_of((*path, name))}: no schema names this member")
    elif isinstance(value, list):
        for layer in found:
            items = layer.child("items")
            if items is None:
                continue
            for index, item in enumerate(value):
                unknown += members_of(schemas, items, item, sent, (*path, index))
    return unknown


def members_below(schema, found=None, seen=None):
    """Where every member that can be sent as a part of `schema` is documented, but for deprecated ones."""
    found = set() if found is None else found
    seen = set() if seen is None else seen
    for layer in layers(schema):
        if layer.pointer in seen:
            continue
        seen.add(layer.pointer)
        for _, node in (layer.child("properties") or layer.documents.empty).children():
            if isinstance(node.value, dict) and (node.value.get("deprecated") or node.value.get("readOnly")):
                continue
            found.add(node.pointer)
            members_below(node, found, seen)
        for keyword in ("items", "additionalProperties"):
            below = layer.child(keyword)
            if below is not None:
                members_below(below, found, seen)
    return found
