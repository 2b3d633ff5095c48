/// Whether a pathway is open for the certification, and the jury that it requires.
public struct PathwayRule: Hashable, Sendable {
  public let pathway: Pathway
  /// Whether a candidate may enrol by it (R01).
  public let open: Bool
  /// True if it is open only to complete a partial certification; nil means false.
  public let completionOnly: Bool?
  /// The roles that the jury must have (R03); nil where the pathway is closed.
  public let jury: NonEmpty<JuryRole>?
  /// What ``open`` and ``completionOnly`` rest on.
  public let basis: Basis
  /// What ``jury`` rests on; nil: the same as ``basis``.
  public let juryBasis: Basis?

  public init(
    pathway: Pathway, open: Bool, completionOnly: Bool? = nil, jury: NonEmpty<JuryRole>? = nil,
    basis: Basis, juryBasis: Basis? = nil
  ) {
    self.pathway = pathway
    self.open = open
    self.completionOnly = completionOnly
    self.jury = jury
    self.basis = basis
    self.juryBasis = juryBasis
  }
}

extension PathwayRule: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    basis = try fields.required("basis")
    completionOnly = try fields.optional("completionOnly")
    jury = try fields.optional("jury")
    juryBasis = try fields.optional("juryBasis")
    open = try fields.required("open")
    pathway = try fields.required("pathway")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("completionOnly", completionOnly)
    writer.member("jury", jury)
    writer.member("juryBasis", juryBasis)
    writer.member("open", open)
    writer.member("pathway", pathway)
  }
}
