/// Beside which field of a form a refusal by a rule is shown.
enum RuleFields {
  /// By rule, the fields that it may be about, the likeliest first.
  static let byRule: [String: [String]] = [
    "R01": ["pathway"], "R02": ["certification"], "R03": ["members", "jury"],
    "R04": ["block", "results", "targets"], "R05": ["jury", "members"], "R06": ["block"],
    "R07": ["candidacy"], "R08": ["candidacy"], "R09": ["block", "candidacy"],
    "R10": ["candidacy"], "R11": ["modality"], "R12": ["candidacy"],
    "R13": ["without", "member", "jury"], "R14": ["number"], "R16": ["block"],
    "R17": ["candidacy", "jury"], "R18": ["centreHours"], "R22": ["candidate"],
    "R24": ["jury"], "R26": ["candidate"], "R27": ["sessionOn"], "R30": ["block"],
  ]

  /// Those of any other rule.
  static let usual = ["candidacy", "candidate", "jury", "certification", "member"]
}
