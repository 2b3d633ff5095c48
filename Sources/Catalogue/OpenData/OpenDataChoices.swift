public import Events

/// What a certifier decides or knows where the open data are silent.
public struct OpenDataChoices: Sendable {
  /// A title for a block, or a part of a certification that has no blocks.
  public struct Part: Hashable, Sendable {
    /// As typed: a code, or what follows the certification's: `P1` is `RS6117-P1`.
    public let code: String
    public let title: FreeText

    public init(code: String, title: FreeText) {
      self.code = code
      self.title = title
    }
  }

  /// Calendar years to complete a partial certification; nil: no limit.
  public var window: Count?
  /// Calendar years that a block stays valid; nil: no limit.
  public var blockValidity: Count?
  /// Calendar years that an award stays valid; nil: no limit.
  public var validity: Count?
  /// The roles that every jury must have; nil: those of the house.
  public var jury: NonEmpty<JuryRole>?
  /// The document issued; nil: *certificat*.
  public var document: FreeText?
  /// Where no pathway is stated, those that are open; nil: all.
  public var pathways: Set<Pathway>?
  public var level: Count?
  public var registeredOn: CalendarDate?
  public var expiresOn: CalendarDate?
  public var lastDeliveryOn: CalendarDate?
  /// Besides those that the data state.
  public var certifiers: [Certifier] = []
  public var parts: [Part] = []

  public init() {}
}

/// Why choices do not fit the data.
public enum OpenDataContradiction: Error, Hashable, Sendable {
  /// The data state something else than this option.
  case stated(option: String)
  /// The certification has blocks, and none with this code.
  case noSuchBlock(String)
  /// The data give this block its title.
  case titled(BlockCode)
  /// Two titles for one code.
  case twice(BlockCode)
  /// A code that no block may have.
  case code(String)
}

/// What the data do not state, and what the framework has in its place.
public struct NotStated: Hashable, Sendable {
  /// The field of ``CertificationRegistered``, or `competencies`, or `supersessions`.
  public let field: String
  /// The option that gives it; nil: there is none.
  public let option: String?
  /// What is recorded; null: nothing.
  public let value: JSONValue
}
