internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `certificates [--number N] [--certification C]`
  static let certificates = Command(
    name: "certificates",
    summary: Text(
      "liste les certificats et les attestations de blocs délivrés, et ce qu’ils valent",
      "lists the certificates issued, full and partial, and whether they count"),
    options: [
      Option(
        name: "number", value: "N",
        help: Text("de ce numéro seulement", "of this number only")),
      Option(
        name: "certification", value: "C",
        help: Text("de cette certification seulement", "of this certification only")),
    ] + names + [on, known] + Listing.options,
    example: "acquis certificates --certification RNCP38052"
  ) { invocation in
    let question = try invocation.question()
    let certification = try invocation.certification(in: question.log)
    let number = try number(invocation)
    let folded =
      if let count = invocation.served?.latest {
        try question.folded(latestCertificates: count)
      } else if let number { try question.folded(candidaciesWith: number) } else {
        try question.replay(showingIn: invocation.output).state
      }
    let all = folded.certificates(on: question.on)
    if let number, !all.contains(where: { $0.number.isSame(as: number) }) {
      throw try UnknownID.certificate(number, in: question.log)
    }
    let names = try ListNames(invocation, question)
    // The latest first, where they are a few of many.
    let isLatest = invocation.served?.latest != nil
    let ordered = isLatest ? all.sorted { $0.position > $1.position } : all
    let shown = ordered.filter { certificate in
      if let number, !certificate.number.isSame(as: number) { return false }
      return certification == nil || certificate.certification == certification
    }
    try Listing.certificates(shown, names).print(invocation)
    try names.reportUnnamed(invocation)
  }

  /// The number of `--number`; nil without the option.
  private static func number(_ invocation: Invocation) throws -> CertificateNumber? {
    guard let text = invocation.option("number") else { return nil }
    return try invocation.read("--number", text) { (text) throws(InvalidValue) in
      try CertificateNumber(text)
    }
  }
}

extension Question {
  /// The fold of the candidacies whose certificates were recorded last.
  fileprivate func folded(latestCertificates count: Int) throws -> LedgerState {
    let entries = try log.latest(
      count, of: [.certificateIssued, .certificateReissued, .partialCertificateIssued],
      through: known, on: on)
    let holders = Set(
      try entries.compactMap { entry in
        try entry.event.fact.candidacy.flatMap {
          try log.enrolment(of: $0, known: known)?.candidate
        }
      })
    return try folded(candidaciesOf: holders.sorted().compactMap { try person($0) })
  }
}

extension Listing {
  /// A list of certificates.
  static func certificates(_ shown: [IssuedCertificate], _ names: ListNames) -> Listing {
    Listing(
      name: Text("certificats", "certificates"), columns: columns(names),
      elements: keys(of: shown).map { (key, certificate) -> Listing.Element in
        Listing.Element(
          key: key, json: names.json(certificate.json, naming: certificate.candidate),
          cells: cells(certificate, names))
      })
  }

  private static func columns(_ names: ListNames) -> [Listing.Column] {
    let first: [Listing.Column] = [
      .init(.number), .init(.certificateKind, rank: 2), .init(.candidacy),
      .init(.candidate, rank: names.isShown ? 6 : 1),
    ]
    return first + names.column + [
      .init(.certification, rank: 3), .init(.issuedOn),
      .init(.status, words: ListWord.all(IssuedCertificate.Status.self)),
      .init(.replacedBy, isInFilesOnly: true),
      .init(.blocks, rank: 5), .init(.toReview, isInFilesOnly: true),
    ]
  }

  /// Each certificate with its number, made unique where a number was given twice, against the rules.
  private static func keys(
    of certificates: [IssuedCertificate]
  ) -> [(String, IssuedCertificate)] {
    var met: Set<CertificateNumber> = []
    return certificates.map { certificate in
      met.insert(certificate.number).inserted
        ? (certificate.number.text, certificate)
        : ("\(certificate.number.text)@\(certificate.position)", certificate)
    }
  }

  private static func cells(_ certificate: IssuedCertificate, _ names: ListNames) -> [ListCell] {
    let blocks = certificate.blocks ?? []
    let short = blocks.map { $0.short(in: certificate.certification) }
    let rules = certificate.toReview.map(\.description).joined(separator: " ")
    let status = certificate.status
    // A certificate to review says so beside what became of it, and is never left out of a screen.
    let words = certificate.replacedBy.map { Text("remplacé par \($0)", "replaced by \($0)") }
    let marked =
      rules.isEmpty || status == .unfounded
      ? words
      : Text("\(status.text.french), à revoir", "\(status.text.english), to review")
    return [
      .plain(certificate.number.text), .word(certificate.kind),
      .plain(certificate.candidacy.text), .plain(certificate.candidate.text),
    ] + names.cell(certificate.candidate) + [
      .plain(certificate.certification.text), .day(certificate.issuedOn),
      ListCell.word(status, rules.isEmpty ? tone(status) : .bad).onScreen(marked),
      .plain(certificate.replacedBy?.text),
      ListCell.plain(blocks.map(\.text).joined(separator: " "))
        .onScreen(Text(verbatim: short.joined(separator: ", "))),
      .plain(rules),
    ]
  }

  private static func tone(_ status: IssuedCertificate.Status) -> Tone {
    switch status {
    case .inForce: .good
    case .replaced: .faint
    case .revoked, .unfounded: .bad
    }
  }
}
