// The ids of the vocabulary: one kind each, one rule for all (``Identifier``).

/// A person who seeks a certification; a person's name never stands in the log.
public typealias CandidateID = Identifier<CandidateKind>
/// The kind of ``CandidateID``.
@frozen public enum CandidateKind: IdentifierKind {
  public static var name: String { "candidate" }
}

/// One person's path towards one certification: the *dossier*.
public typealias CandidacyID = Identifier<CandidacyKind>
/// The kind of ``CandidacyID``.
@frozen public enum CandidacyKind: IdentifierKind {
  public static var name: String { "candidacy" }
}

/// A certification in its register: `RNCP38052`, `3474`.
public typealias CertificationCode = Identifier<CertificationKind>
/// The kind of ``CertificationCode``.
@frozen public enum CertificationKind: IdentifierKind {
  public static var name: String { "certification" }
}

/// One jury, with one session.
public typealias JuryID = Identifier<JuryKind>
/// The kind of ``JuryID``.
@frozen public enum JuryKind: IdentifierKind {
  public static var name: String { "jury" }
}

/// A member of a jury.
public typealias MemberID = Identifier<MemberKind>
/// The kind of ``MemberID``.
@frozen public enum MemberKind: IdentifierKind {
  public static var name: String { "member" }
}

/// Who assessed competencies.
public typealias AssessorID = Identifier<AssessorKind>
/// The kind of ``AssessorID``.
@frozen public enum AssessorKind: IdentifierKind {
  public static var name: String { "assessor" }
}

/// A *bloc de compétences* or a domain of activity: `RNCP38052BC01`, `3474D1`.
public typealias BlockCode = Identifier<BlockKind>
/// The kind of ``BlockCode``.
@frozen public enum BlockKind: IdentifierKind {
  public static var name: String { "block" }
}

/// An activity within a domain: `3474A07`.
public typealias ActivityCode = Identifier<ActivityKind>
/// The kind of ``ActivityCode``.
@frozen public enum ActivityKind: IdentifierKind {
  public static var name: String { "activity" }
}

/// A competency of the *référentiel*: `RNCP38052BC01-C03`, `3474A07-C02`.
public typealias CompetencyCode = Identifier<CompetencyKind>
/// The kind of ``CompetencyCode``.
@frozen public enum CompetencyKind: IdentifierKind {
  public static var name: String { "competency" }
}

/// A condition of entry: `levelIVSocialWork`.
public typealias PrerequisiteCode = Identifier<PrerequisiteKind>
/// The kind of ``PrerequisiteCode``.
@frozen public enum PrerequisiteKind: IdentifierKind {
  public static var name: String { "prerequisite" }
}

/// The number printed on a certificate, whole or partial.
public typealias CertificateNumber = Identifier<CertificateKind>
/// The kind of ``CertificateNumber``.
@frozen public enum CertificateKind: IdentifierKind {
  public static var name: String { "certificate" }
}

/// A certification flow deposited with the Caisse des Dépôts.
public typealias FlowID = Identifier<FlowKind>
/// The kind of ``FlowID``.
@frozen public enum FlowKind: IdentifierKind {
  public static var name: String { "flow" }
}

/// A key in the vault; a new one after an erasure.
public typealias KeyID = Identifier<KeyKind>
/// The kind of ``KeyID``.
@frozen public enum KeyKind: IdentifierKind {
  public static var name: String { "key" }
}

/// Who stands for an entry: `officer:17`, never a name.
public typealias RecorderID = Identifier<RecorderKind>
/// The kind of ``RecorderID``.
@frozen public enum RecorderKind: IdentifierKind {
  public static var name: String { "recorder" }
  @inlinable public static var allowsColon: Bool { true }
}
