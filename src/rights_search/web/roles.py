"""What a document is within a procedure, in words."""

from rights_search.web.messages import gettext


def role_name(role: str) -> str:
    """What a role is called: the State's report, list of issues …"""
    names = {
        "state-report": gettext("Report of the State"),
        "list-of-issues": gettext("List of issues"),
        "replies": gettext("Replies to the list of issues"),
        "core-document": gettext("Core document"),
        "follow-up": gettext("Follow-up"),
        "national-report": gettext("National report"),
        "compilation": gettext("Compilation of United Nations information"),
        "stakeholders-summary": gettext("Summary of stakeholders' information"),
        "working-group-report": gettext("Report of the Working Group"),
        "addendum": gettext("Addendum"),
        "outcome": gettext("Outcome"),
        "compliance-order": gettext("Order on compliance"),
        "thematic": gettext("Thematic report"),
    }
    return names.get(role, role)
