/// Whether a pathway leads to the certification, and before which jury.
public struct PathwayRule: Hashable, Sendable {
  /// The pathway.
  public let pathway: Pathway
  /// Whether one may enrol by it.
  public let open: Bool
  /// Open only to complete a partial certification.
  public let completionOnly: Bool?
  /// The roles its jury must have; absent where it is closed.
  public let jury: NonEmpty<JuryRole>?
  /// Where the rule comes from.
  public let basis: Basis

  public init(
    pathway: Pathway, open: Bool, completionOnly: Bool? = nil, jury: NonEmpty<JuryRole>? = nil,
    basis: Basis
  ) {
    self.pathway = pathway
    self.open = open
    self.completionOnly = completionOnly
    self.jury = jury
    self.basis = basis
  }
}

extension PathwayRule: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    basis = try fields.required("basis")
    completionOnly = try fields.optional("completionOnly")
    jury = try fields.optional("jury")
    open = try fields.required("open")
    pathway = try fields.required("pathway")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("completionOnly", completionOnly)
    writer.member("jury", jury)
    writer.member("open", open)
    writer.member("pathway", pathway)
  }
}
