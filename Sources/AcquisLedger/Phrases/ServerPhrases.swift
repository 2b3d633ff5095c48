public import EventLog
public import Events

// Failures of a store on a server. The server's own words are quoted as they come, in its language; not to who asks
// over the network.

extension ServerFault: TextConvertible {
  public var text: Text {
    switch self {
    case .notAnAddress:
      Text(
        "ce n’est pas l’adresse d’un registre (postgres://UTILISATEUR@MACHINE:PORT/BASE?ledger=NOM)",
        "this is not a ledger's address (postgres://USER@HOST:PORT/DATABASE?ledger=NAME)")
    case .notConnected(let message):
      Text(
        "pas de connexion au serveur" + PrivateWords.quoted(message, after: " : "),
        "no connection to the server" + PrivateWords.quoted(message, after: ": "))
    case .lost(let message):
      Text(
        "la connexion au serveur s’est rompue"
          + PrivateWords.quoted(message, after: " (", before: ")")
          + " ; ce qui s’enregistrait l’est peut-être : recommencez avec le même identifiant, rien ne "
          + "sera doublé",
        "the connection to the server broke"
          + PrivateWords.quoted(message, after: " (", before: ")")
          + "; what was being recorded may be recorded: try again with the same id, nothing will be "
          + "doubled")
    case .tooOld(let found, let oldest):
      Text(
        "le serveur est PostgreSQL \(found) ; il faut la version \(oldest) ou une plus récente",
        "the server is PostgreSQL \(found); version \(oldest) or later is needed")
    case .pooled: Self.pooled
    case .notPermitted(let message):
      Text(
        "le serveur ne permet pas cela à cet utilisateur"
          + PrivateWords.quoted(message, after: " : "),
        "the server does not permit this user to do that"
          + PrivateWords.quoted(message, after: ": "))
    case .readsOnly:
      Text(
        "ce serveur ne fait que lire : une réplique, ou une base en lecture seule",
        "this server only reads: a replica, or a database that is read-only")
    case .refused(let message):
      Text(
        "le serveur a refusé" + PrivateWords.quoted(message, after: " : "),
        "the server refused" + PrivateWords.quoted(message, after: ": "))
    }
  }
}

extension ServerFault {
  /// What is said of a pooler, for the ledger and for the vault.
  static var pooled: Text {
    Text(
      "un répartiteur de connexions (PgBouncer) s’interpose entre ce programme et le serveur sans être en mode "
        + "session : réglez-le ainsi (pool_mode = session), ou donnez l’adresse du serveur lui-même",
      "a pooler of connections (PgBouncer) is between this program and the server, and not in session mode: set it "
        + "so (pool_mode = session), or give the address of the server itself")
  }
}

extension LedgerPlace.Refusal: TextConvertible {
  public var text: Text {
    switch self {
    case .notAnAddress:
      Text(
        "une adresse est attendue : postgres://UTILISATEUR@MACHINE:PORT/BASE?ledger=NOM",
        "expected an address: postgres://USER@HOST:PORT/DATABASE?ledger=NAME")
    case .nameMissing:
      Text(
        "l’adresse doit nommer le registre, une fois : …?ledger=NOM",
        "the address must name the ledger, once: …?ledger=NAME")
    case .notAName:
      Text(
        "le nom d’un registre partagé est fait de minuscules, de chiffres et de _, une lettre d’abord, 48 "
          + "caractères au plus",
        "a shared ledger's name is of small letters, digits and _, a letter first, 48 characters at most"
      )
    case .password:
      Text(
        "un mot de passe n’a pas sa place dans l’adresse, que d’autres peuvent lire : mettez-le dans ~/.pgpass, "
          + "$PGPASSFILE ou un fichier de service",
        "a password has no place in the address, which others can read: put it in ~/.pgpass, $PGPASSFILE or a "
          + "service file")
    case .otherVault:
      Text(
        "l’adresse du coffre doit nommer le même registre",
        "the vault's address must name the same ledger")
    }
  }
}
