/// The data of one type of event, with the table of its fields: what ``init(fields:)`` asks for.
public protocol Payload: FieldObject, Hashable, Sendable {
  /// The type whose data this is.
  static var type: EventType { get }
  /// Whether it counts as soon as it is known, whatever the day asked: what is passed over, which ids
  /// are one person, what a certification is made of.
  static var isTimeless: Bool { get }
  /// What it is about, the principal subject first; a subject may stand twice.
  var subjects: [Subject] { get }
  /// What it introduces, and another may not introduce again; nil for most.
  var introduces: Introduction? { get }
}

/// What only one event may introduce.
public enum Introduction: Hashable, Sendable {
  /// An id, or a certificate's number.
  case subject(Subject)
  /// That an entry is passed over.
  case annulment(of: EventID)
}

extension Payload {
  /// What it is about, each subject once, the principal one first.
  public var distinctSubjects: [Subject] {
    var distinct: [Subject] = []
    for subject in subjects where !distinct.contains(subject) { distinct.append(subject) }
    return distinct
  }
}

extension Fact {
  /// The word that names it in the log.
  public var type: EventType { Swift.type(of: payload).type }

  /// What it is about, each subject once, the principal one first: its tags in the log.
  public var subjects: [Subject] {
    payload.distinctSubjects
  }

  /// The one person the fact concerns, as a candidate or through a candidacy; nil where it concerns
  /// none (a jury cancelled, a framework registered). An annulment concerns whom its entry concerned.
  public var person: Subject? {
    let subjects = payload.subjects
    return subjects.first { if case .candidate = $0 { true } else { false } }
      ?? subjects.first { if case .candidacy = $0 { true } else { false } }
  }
}

extension Fact {
  /// The candidacy whose file this fact belongs to: the one in its field `candidacy`, not one it only
  /// refers to. Nil for an annulment, which belongs to no file.
  public var candidacy: CandidacyID? {
    if case .eventAnnulled = self { return nil }
    for case .candidacy(let id) in payload.subjects { return id }
    return nil
  }

  /// The jury whose session this fact belongs to; nil for an award, which only names the jury it
  /// follows, and for an annulment.
  public var jury: JuryID? {
    if case .eventAnnulled = self { return nil }
    if case .certificationAwarded = self { return nil }
    for case .jury(let id) in payload.subjects { return id }
    return nil
  }
}

extension Optional {
  /// The subject of a field that may be left out, as a list of none or one.
  func subjects(_ kind: (Wrapped) -> Subject) -> [Subject] {
    map { [kind($0)] } ?? []
  }
}
