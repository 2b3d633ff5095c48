public import Events

extension Subject: TextConvertible {
  /// `candidature D1`, `candidacy D1`.
  public var text: Text {
    switch self {
    case .candidate(let id): Text("personne \(id)", "person \(id)")
    case .candidacy(let id): Text("candidature \(id)", "candidacy \(id)")
    case .jury(let id): Text("jury \(id)", "jury \(id)")
    case .certification(let code): Text("certification \(code)", "certification \(code)")
    case .certificate(let number): Text("certificat \(number)", "certificate \(number)")
    case .certifier(let siret): Text("certificateur \(siret.text)", "certifier \(siret.text)")
    case .member(let id): Text("membre de jury \(id)", "jury member \(id)")
    }
  }
}
