internal import Access
internal import AcquisLedger
internal import Events
internal import Projections
internal import Rules

/// Every route of the API; the document is made from them.
enum Routes {
  static let all =
    candidacies + persons + juries + certifications + others + documents + proofs + recording

  private static let certification = Parameter(
    "certification", .text(1...64), about: "of this certification only: its code")
  private static let code = Parameter("for", .text(1...64), about: "the certification aimed at")

  /// The filters of lists of candidacies; a name is posted, never in an address.
  static let filters = [
    Parameter("status", .word(CandidacyStatus.allCases.map(\.rawValue))), certification,
    Parameter("pathway", .word(Pathway.allCases.map(\.rawValue))),
    Parameter("missing", .text(1...130), about: "that do not hold this block: its code"),
    Parameter("closingWithin", option: "closing-within", .number(0...36_500)),
    Parameter(
      "declaration",
      .word(["none", "deposited", "accepted", "rejected", "late", "incomplete"])),
    Parameter(
      "toReview", option: "to-review", .flag, about: "in which something is to be reviewed"),
  ]

  private static func timeline(_ noun: String, _ kind: String, _ name: String) -> Route {
    .question(
      "\(noun)/{\(name)}/timeline", .timeline, .list("TimelineEntry"),
      summary: "every entry of a \(kind), with what it changed"
    ) { (["\(kind):\($0[0])"], []) }
  }

  private static let candidacies: [Route] = [
    .question("candidacies", .candidates, .list("Status"), filters),
    .question(
      "candidacies/{candidacy}", .status, .one("Status", mayBeNull: true)),
    timeline("candidacies", "candidacy", "candidacy"),
    .question(
      "windows", .windows, .list("Window"),
      [
        Parameter("closingWithin", option: "closing-within", .number(0...36_500)),
        Parameter("state", .word(["open", "completed", "lapsed"])), certification,
      ]),
    .question(
      "deadlines", .deadlines, .list("Deadline"),
      [
        Parameter("within", .number(0...36_500)),
        Parameter("past", .flag),
      ]),
  ]

  private static let persons: [Route] = [
    .question("people", .people, .list("Person")),
    .question("candidates/{candidate}", .candidate, .one("Candidate", mayBeNull: true)),
    .question(
      "candidates/{candidate}/prior", .prior, .one("Prior", mayBeNull: true),
      [code]),
    timeline("candidates", "candidate", "candidate"),
  ]

  private static let juries: [Route] = [
    .question(
      "juries", .juries, .list("Jury"),
      [certification, Parameter("from", .day), Parameter("to", .day)]),
    .question("juries/{jury}", .jury, .one("JuryRegister", mayBeNull: true)),
    timeline("juries", "jury", "jury"),
  ]

  private static let certifications: [Route] = [
    .question("certifications", .certifications, .list("CertificationLine")),
    .question(
      "certifications/{certification}", .certification, .one("Certification", mayBeNull: true)),
    .question(
      "certifications/{certification}/correspondences/{other}", .certification,
      .one("Correspondences", mayBeNull: true),
      summary: "the table of correspondences with another certification"
    ) { ([$0[0]], ["--to=\($0[1])"]) },
    timeline("certifications", "certification", "certification"),
    .question("statistics", .statistics, .list("StatisticsYear")),
    .question(
      "certifications/{certification}/statistics", .statistics, .list("StatisticsYear")),
  ]

  private static let others: [Route] = [
    .question(
      "certificates", .certificates, .list("Certificate"),
      [Parameter("number", .text(1...64)), certification]),
    .question(
      "findings", .findings, .list("Finding"),
      [Parameter("rule", .word(RuleBook.ids.map(\.description)))]),
    .question(
      "compare", .compare, .list("Change"),
      [
        Parameter(
          "from", option: "known", .knowledge, isRequired: true,
          about: "the state of knowledge before"),
        Parameter(
          "to", option: "known", .knowledge, about: "the one after (default: everything known)"),
        Parameter("only", .word(CandidacyStatus.allCases.map(\.rawValue))),
        Parameter("noFindings", option: "no-findings", .flag),
      ], without: ["known"]),
    .question(
      "log", .log, .list("Entry"), summary: "the entries themselves, as the log holds them",
      [
        Parameter("from", .number(1...Parameter.anyNumber.upperBound)),
        Parameter("to", .number(1...Parameter.anyNumber.upperBound)),
        Parameter("after", .number(Parameter.anyNumber), about: "after this position"),
        Parameter("type", .word(EventType.allCases.map(\.rawValue))),
        Parameter("subject", .subject), Parameter("recordedOn", option: "recorded-on", .day),
        Parameter("by", .id),
      ]),
    .question(
      "report", .report, .oneOrDocument("Report"), permission: .attest,
      [Parameter("month", .month), Parameter("year", .number(1990...2999)), certification]),
    .question(
      "digest", .replay, .one("ReplayDigest"), summary: "one SHA-256 over every derived state",
      options: ["--digest"]),
  ]
}
