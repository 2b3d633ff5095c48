// The ids of the vocabulary: a kind for each, and the same form for all (``Identifier``).

/// A person who seeks a certification; the log contains no name in clear.
public typealias CandidateID = Identifier<CandidateKind>
/// The kind of ``CandidateID``.
@frozen public enum CandidateKind: IdentifierKind {
  public static var name: String { "candidate" }
  public static var sample: String { "P-0017" }
}

/// One person's path towards one certification: the *dossier*.
public typealias CandidacyID = Identifier<CandidacyKind>
/// The kind of ``CandidacyID``.
@frozen public enum CandidacyKind: IdentifierKind {
  public static var name: String { "candidacy" }
  public static var sample: String { "D-2024-007" }
}

/// A certification in its register: `RNCP38052`, `3474`.
public typealias CertificationCode = Identifier<CertificationKind>
/// The kind of ``CertificationCode``.
@frozen public enum CertificationKind: IdentifierKind {
  public static var name: String { "certification" }
  public static var sample: String { "RNCP38052" }
}

/// One jury, with one session.
public typealias JuryID = Identifier<JuryKind>
/// The kind of ``JuryID``.
@frozen public enum JuryKind: IdentifierKind {
  public static var name: String { "jury" }
  public static var sample: String { "J-2024-01" }
}

/// A member of a jury.
public typealias MemberID = Identifier<MemberKind>
/// The kind of ``MemberID``.
@frozen public enum MemberKind: IdentifierKind {
  public static var name: String { "member" }
  public static var sample: String { "M-1" }
}

/// A person who assesses competencies.
public typealias AssessorID = Identifier<AssessorKind>
/// The kind of ``AssessorID``.
@frozen public enum AssessorKind: IdentifierKind {
  public static var name: String { "assessor" }
  public static var sample: String { "F-3" }
}

/// A *bloc de compétences* or a domain of activity: `RNCP38052BC01`, `3474D1`.
public typealias BlockCode = Identifier<BlockKind>
/// The kind of ``BlockCode``.
@frozen public enum BlockKind: IdentifierKind {
  public static var name: String { "block" }
  public static var sample: String { "RNCP38052BC01" }
}

/// An activity within a domain: `3474A07`.
public typealias ActivityCode = Identifier<ActivityKind>
/// The kind of ``ActivityCode``.
@frozen public enum ActivityKind: IdentifierKind {
  public static var name: String { "activity" }
  public static var sample: String { "3474A07" }
}

/// A competency of the *référentiel*: `RNCP38052BC01-C03`, `3474A07-C02`.
public typealias CompetencyCode = Identifier<CompetencyKind>
/// The kind of ``CompetencyCode``.
@frozen public enum CompetencyKind: IdentifierKind {
  public static var name: String { "competency" }
  public static var sample: String { "RNCP38052BC01-C03" }
}

/// A condition of entry: `levelIVSocialWork`.
public typealias PrerequisiteCode = Identifier<PrerequisiteKind>
/// The kind of ``PrerequisiteCode``.
@frozen public enum PrerequisiteKind: IdentifierKind {
  public static var name: String { "prerequisite" }
  public static var sample: String { "levelIVSocialWork" }
}

/// A certification flow deposited with the Caisse des Dépôts.
public typealias FlowID = Identifier<FlowKind>
/// The kind of ``FlowID``.
@frozen public enum FlowKind: IdentifierKind {
  public static var name: String { "flow" }
  public static var sample: String { "CDC-2024-07" }
}

/// A person's key in the vault; after an erasure, a new key has a new id.
public typealias KeyID = Identifier<KeyKind>
/// The kind of ``KeyID``.
@frozen public enum KeyKind: IdentifierKind {
  public static var name: String { "key" }
  public static var sample: String { "P-0017.1" }
}

/// The person or program responsible for an entry: `officer:17`, never a name.
public typealias RecorderID = Identifier<RecorderKind>
/// The kind of ``RecorderID``.
@frozen public enum RecorderKind: IdentifierKind {
  public static var name: String { "recorder" }
  public static var sample: String { "officer:17" }
  @inlinable public static var allowsColon: Bool { true }
}
