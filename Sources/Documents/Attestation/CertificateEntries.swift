internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// The entries about a candidacy's certificates, and those that took something back.
struct CertificateEntries {
  /// For each number, the entry that issued it.
  private var issues: [CertificateNumber: Envelope] = [:]
  /// What was revoked, overturned or annulled, by position.
  private var takenBack: [(entry: Envelope, text: Text)] = []

  /// Cost: two index reads, and one for each entry annulled.
  init(of candidacy: CandidacyID, _ question: Question) throws {
    let own = try question.log.events(
      EventQuery(subjects: [.candidacy(candidacy)], through: question.known))
    let juries = Set(
      own.compactMap { $0.event.fact.candidacy == candidacy ? $0.event.fact.jury : nil })
    let annulledJuries =
      juries.isEmpty
      ? []
      : try question.log.events(
        EventQuery(
          subjects: juries.sorted().map { .jury($0) }, types: [.juryAnnulled, .eventAnnulled],
          through: question.known))
    let annulled = TimelessFacts(own + annulledJuries).annulled
    var seen: Set<Position> = []
    for entry in (own + annulledJuries).sorted(by: { $0.position < $1.position })
    where seen.insert(entry.position).inserted && !annulled.contains(entry.event.id)
      && (entry.event.occurredOn <= question.on || entry.event.fact.type == .eventAnnulled)
    {
      if let number = entry.event.fact.issuedNumber { issues[number] = entry }
      if let text = try Self.loss(entry, of: candidacy, question) {
        takenBack.append((entry, text))
      }
    }
  }

  /// The entry that issued a number.
  func issue(of number: CertificateNumber) -> Envelope? { issues[number] }

  /// The number that a certificate replaces; nil for one that was not reissued.
  func replaced(by number: CertificateNumber) -> CertificateNumber? {
    if case .certificateReissued(let data) = issues[number]?.event.fact {
      data.replaces
    } else {
      nil
    }
  }

  /// What was taken back since the earliest of some numbers was issued, and the entries that did it.
  func changes(since numbers: [CertificateNumber]) -> (sentences: [Text], positions: [Position]) {
    let entries = numbers.compactMap { number in issues[number].map { (number, $0) } }
    guard let (number, first) = entries.min(by: { $0.1.position < $1.1.position }) else {
      return ([], [])
    }
    let later = takenBack.filter {
      $0.entry.position > first.position || $0.entry.event.occurredOn > first.event.occurredOn
    }
    let sentences = later.map { (entry, text) in
      let day = entry.event.occurredOn
      return Text(
        "Depuis l’émission du n° \(number), le \(day.text.french) : \(text.french) (position \(entry.position)).",
        "Since no. \(number) was issued, on \(day.words): \(text.english) (position \(entry.position))."
      )
    }
    return (sentences, later.map(\.entry.position))
  }

  /// What an entry took back of a candidacy; nil for any other entry.
  private static func loss(
    _ entry: Envelope, of candidacy: CandidacyID, _ question: Question
  ) throws -> Text? {
    let fact = entry.event.fact
    if case .juryAnnulled(let data) = fact {
      return Text("le jury \(data.jury) a été annulé", "jury \(data.jury) was annulled")
    }
    if case .eventAnnulled(let data) = fact {
      guard let former = try question.log.event(data.event),
        former.event.fact.candidacy == candidacy,
        let text = former.event.fact.attested
      else { return nil }
      return Text(
        "l’entrée \(former.position) (\(text.french)) a été annulée",
        "entry \(former.position) (\(text.english)) was annulled")
    }
    guard fact.candidacy == candidacy else { return nil }
    if case .juryDecisionRevoked(let data) = fact {
      return Text(
        "la décision du jury \(data.jury) sur \(data.block) a été révoquée",
        "the decision of jury \(data.jury) on \(data.block) was revoked")
    }
    if case .recognitionRevoked(let data) = fact {
      return Text(
        "la reconnaissance de \(data.block) a été révoquée",
        "the recognition of \(data.block) was revoked")
    }
    if case .appealDecided(let data) = fact, data.outcome == .falls {
      return Text(
        "la décision du jury \(data.jury) sur \(data.block) a été annulée sur recours",
        "the decision of jury \(data.jury) on \(data.block) was overturned on appeal")
    }
    if case .certificationRevoked = fact {
      return Text("la certification a été révoquée", "the certification was revoked")
    }
    return nil
  }
}

extension Fact {
  /// The number that it issues, of a certificate, whole or partial; nil for another fact.
  fileprivate var issuedNumber: CertificateNumber? {
    if case .certificateIssued(let data) = self { return data.number }
    if case .certificateReissued(let data) = self { return data.number }
    if case .partialCertificateIssued(let data) = self { return data.number }
    return nil
  }

  /// What it says, where a document attests it; nil for another fact.
  fileprivate var attested: Text? {
    if case .blockValidated(let data) = self {
      return Text("\(data.block) validé", "\(data.block) validated")
    }
    if case .priorValidationRecognised(let data) = self {
      return Text("\(data.block) reconnu", "\(data.block) recognised")
    }
    if case .certificationAwarded = self {
      return Text("certification délivrée", "certification awarded")
    }
    if let number = issuedNumber {
      return Text("n° \(number) émis", "no. \(number) issued")
    }
    return nil
  }
}
