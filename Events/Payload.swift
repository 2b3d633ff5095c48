/// The data of one type of event. ``FieldObject/init(fields:)`` is the table of its fields.
public protocol Payload: FieldObject, Hashable, Sendable {
  static var type: EventType { get }
  /// Whether it applies to every day once it is known, including those before it: annulments,
  /// merges and frameworks.
  static var isTimeless: Bool { get }
  /// Its subjects, the principal one first; may contain duplicates.
  var subjects: [Subject] { get }
  /// What it introduces and no other event may introduce again (R15; a certificate
  /// number, R14); nil for most types.
  var introduces: Introduction? { get }
}

/// Something that only one event of the log may introduce.
public enum Introduction: Hashable, Sendable {
  /// An id or a certificate number.
  case subject(Subject)
  /// The annulment of an entry.
  case annulment(of: EventID)
}

extension Payload {
  /// Its subjects without duplicates, the principal one first.
  public var distinctSubjects: [Subject] {
    var distinct: [Subject] = []
    for subject in subjects where !distinct.contains(subject) { distinct.append(subject) }
    return distinct
  }
}

extension Fact {
  public var type: EventType { Swift.type(of: payload).type }

  /// Its subjects without duplicates, the principal one first: its tags in the log.
  public var subjects: [Subject] {
    payload.distinctSubjects
  }

  /// The one person the fact concerns, as a candidate or through a candidacy; nil where it concerns
  /// none (a jury cancelled, a framework registered). An annulment concerns the person of the entry
  /// that it annuls.
  public var person: Subject? {
    let subjects = payload.subjects
    return subjects.first { if case .candidate = $0 { true } else { false } }
      ?? subjects.first { if case .candidacy = $0 { true } else { false } }
  }
}

extension Fact {
  /// The candidacy in the field `candidacy`, not one that the fact only refers to. Nil where there
  /// is none, and for an annulment.
  public var candidacy: CandidacyID? {
    if case .eventAnnulled = self { return nil }
    for case .candidacy(let id) in payload.subjects { return id }
    return nil
  }

  /// The jury that this fact is about; nil for an award, which only refers to a jury, and for an
  /// annulment.
  public var jury: JuryID? {
    if case .eventAnnulled = self { return nil }
    if case .certificationAwarded = self { return nil }
    for case .jury(let id) in payload.subjects { return id }
    return nil
  }
}

extension Optional {
  /// The subject of an optional field, as a list of no or one element.
  func subjects(_ kind: (Wrapped) -> Subject) -> [Subject] {
    map { [kind($0)] } ?? []
  }
}
