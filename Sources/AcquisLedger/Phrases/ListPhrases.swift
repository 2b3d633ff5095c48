public import Events
public import Projections

// The words of lists: what became of a registration or of a certificate.

extension RegistrationStatus: TextConvertible {
  public var text: Text {
    switch self {
    case .open: Text("ouvert", "open")
    case .suspended: Text("suspendu", "suspended")
    case .ended: Text("échu", "ended")
    }
  }
}

extension IssuedCertificate.Status: TextConvertible {
  public var text: Text {
    switch self {
    case .inForce: Text("en vigueur", "in force")
    case .replaced: Text("remplacé", "replaced")
    case .revoked: Text("sans valeur, certification révoquée", "void, certification revoked")
    case .unfounded: Text("sans délivrance, à revoir", "without an award, to review")
    }
  }
}

extension IssuedCertificate.Kind: TextConvertible {
  public var text: Text {
    switch self {
    case .full: Text("certificat", "full certificate")
    case .partial: Text("attestation de blocs", "partial certificate")
    }
  }
}
