"""The software bill of materials (物料清单) of a bundle, in CycloneDX 1.6."""

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bundles import source
from bundles.packages import Component

SPECIFICATION = "1.6"


def document(bundle: str, components: Sequence[Component], *, moment: int) -> str:
    """Return the bill of a bundle as JSON.

    Its number and time come from what is inside and from the commit, so that the same bundle has
    the same bill.

    Args:
        bundle: the bundle's file name.
        components: what is inside.
        moment: seconds since 1970.
    """
    version = source.version()
    body: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "linli",
                "name": "linli",
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "properties": [{"name": "linli:bundle", "value": bundle}],
            },
        },
        "components": [_component(each) for each in components],
        "dependencies": [{"ref": "linli", "dependsOn": [each.purl for each in components]}],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True))
    document = {**body, "serialNumber": serial.urn}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def check(text: str) -> None:
    """Check a bill against CycloneDX's own schema.

    Raises:
        ValueError: with what is wrong.
    """
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if problem is not None:
        raise ValueError(f"the bill of materials is not CycloneDX {SPECIFICATION}: {problem}")


def _component(each: Component) -> dict[str, Any]:
    if each.licence.startswith("LicenseRef-"):  # SPDX has no name for it
        licence: dict[str, Any] = {"license": {"name": each.licence.removeprefix("LicenseRef-")}}
    elif " " in each.licence:
        licence = {"expression": each.licence}
    else:
        licence = {"license": {"id": each.licence}}
    body: dict[str, Any] = {
        "type": "library",
        "bom-ref": each.purl,
        "name": each.name,
        "version": each.version,
        "purl": each.purl,
        "licenses": [licence],
    }
    if each.sha256:
        body["hashes"] = [{"alg": "SHA-256", "content": each.sha256}]
    return body
