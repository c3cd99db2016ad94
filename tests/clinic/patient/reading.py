"""What a page says: its words, its links and its forms."""

import re
from typing import Any
from uuid import uuid4


def main(response: Any) -> str:
    """Give the words of the main part, without the tags."""
    inside = response.content.decode().split('<main id="main">')[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", inside).split())


def title(response: Any) -> str:
    """Give the page's title."""
    return str(response.content.decode().split("<title>")[1].split("</title>")[0])


def errors(response: Any) -> list[str]:
    """Give what stands in the error summary."""
    page = response.content.decode()
    box = page.split('class="errors"')[1].split("</div>")[0] if 'class="errors"' in page else ""
    return [re.sub(r"<[^>]*>", "", each) for each in re.findall(r"<li>(.*?)</li>", box)]


def sent(**fields: Any) -> dict[str, Any]:
    """Give what a form sends, with a key of its own."""
    return {"once": uuid4().hex, **fields}
