"""The addresses of the pages, on the demonstration: each kind of page at least once."""

EVERY_PAGE = (
    "/",
    "/?on=2026-06-30",
    "/candidacies?on=2026-06-30",
    "/candidacies?status=lapsed&certification=3474&on=2022-06-16",
    "/candidacies/DEMO-D-LAPSE?on=2022-06-16",
    "/candidacies/DEMO-D-MISTAKE?on=2021-06-30&known=2021-07-01",
    "/candidacies/DEMO-D-APPEAL?on=2026-06-30",
    "/people?on=2026-06-30",
    "/candidates/DEMO-P-LAPSE?on=2026-06-30",
    "/candidates/DEMO-P-LAPSE/prior?on=2023-02-01",
    "/candidates/DEMO-P-LAPSE/prior?for=3474&on=2023-02-01",
    "/juries?on=2026-06-30",
    "/juries/DEMO-J-TWO-DAYS?on=2026-06-30",
    "/juries/DEMO-J-WAITING?on=2026-06-30",
    "/juries/DEMO-J-WAITING/session",
    "/windows?on=2026-06-30",
    "/deadlines?on=2026-06-30",
    "/certifications",
    "/certifications/RNCP38052",
    "/certificates?on=2026-06-30",
    "/findings?on=2026-06-30",
    "/compare?from=900&to=1000&on=2026-06-30",
    "/audit",
    "/entries",
    "/entries/31",
    "/entries/31/annul",
    "/entries/31/correct",
    "/record",
    "/record/CandidateRegistered",
    "/record/CandidateEnrolled",
    "/record/JuryConvened",
    "/record/BlockRefused",
    "/record/CertifierDescribed",
)

# What no page is: the address of nothing, and what the ledger does not know.
NO_PAGE = ("/nowhere", "/candidacies/D-UNKNOWN", "/entries/999999")

# A day and a state of knowledge that cannot be read.
WRONG_TIMES = "/juries?on=notaday&known=never"

# The words that every name of a person of the demonstration has.
NAME = "Démonstration EXEMPLE"
