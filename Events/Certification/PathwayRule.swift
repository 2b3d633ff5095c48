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

extension PathwayRule: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let basis: Basis = try reader.required("basis")
    let completionOnly: Bool? = try reader.optional("completionOnly")
    let jury: NonEmpty<JuryRole>? = try reader.optional("jury")
    let open: Bool = try reader.required("open")
    let pathway: Pathway = try reader.required("pathway")
    self.init(
      pathway: pathway, open: open, completionOnly: completionOnly, jury: jury, basis: basis)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("completionOnly", completionOnly)
    writer.member("jury", jury)
    writer.member("open", open)
    writer.member("pathway", pathway)
  }
}
