/// A body that certifies.
public struct Certifier: Hashable, Sendable {
  /// Its legal name.
  public let name: FreeText
  /// Its establishment.
  public let siret: SIRET

  public init(name: FreeText, siret: SIRET) {
    self.name = name
    self.siret = siret
  }
}
