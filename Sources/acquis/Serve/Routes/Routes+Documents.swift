internal import Access
internal import AcquisLedger

extension Routes {
  private static let anyway = Parameter(
    "anyway", .flag,
    about: "despite a pending appeal or what is to review: the document then says so")

  /// Documents with their proof, by the last checkpoint that was signed: a server signs nothing.
  static let documents: [Route] = [
    .question(
      "candidacies/{candidacy}/attestation", .attest, .document, permission: .attest,
      summary: "the attestation of what is held",
      [Parameter("blocks", .flag), anyway, .language]),
    .question(
      "candidacies/{candidacy}/certificate", .attest, .document, permission: .attest,
      summary: "the certificate in force", [anyway, .language], options: ["--certificate"]),
    .question(
      "candidates/{candidate}/file", .candidate, .document, permission: .attest,
      summary: "everything held about a person", [.language], options: ["--all"]),
    .question(
      "juries/{jury}/minutes", .minutes, .document, permission: .attest,
      [Parameter("blank", .flag), .language]),
    .question(
      "juries/{jury}/letters", .letters, .document, permission: .attest,
      [
        Parameter(
          "kind", .word(["summons", "result"]), isRequired: true,
          about: "a summons before the session, or the result after it"), .language,
      ]),
  ]

  static let proofs: [Route] = [
    .question(
      "proofs/inclusion/{position#1}", .auditProve, .one("InclusionProof"), permission: .prove,
      summary: "that an entry is in the log (RFC 9162)",
      [Parameter("size", .number(1...Parameter.anyNumber.upperBound))]),
    .question(
      "proofs/consistency/{from#1}/{to#1}", .auditConsistency, .one("ConsistencyProof"),
      permission: .prove,
      summary: "that the log of one size is a beginning of the log of another (RFC 9162)"),
  ]
}
