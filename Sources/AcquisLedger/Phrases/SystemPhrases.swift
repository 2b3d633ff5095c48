public import Events
internal import Files
internal import Glibc

// What the system says when it refuses.

extension Text {
  /// The system's message for an error number: its own in English; in French that of the usual numbers, else its
  /// own.
  public static func system(_ code: Int32) -> Text {
    let own = FileFailure.system(code: code).message
    return switch code {
    case ENOENT: Text("aucun fichier ni dossier de ce nom", own)
    case EISDIR: Text("est un dossier", own)
    case ENOTDIR: Text("n’est pas un dossier", own)
    case EACCES: Text("permission refusée", own)
    case EPERM: Text("opération non permise", own)
    case ENOSPC: Text("plus de place sur le disque", own)
    case EROFS: Text("le disque est en lecture seule", own)
    case EEXIST: Text("il y a déjà un fichier de ce nom", own)
    case ENOTEMPTY: Text("le dossier n’est pas vide", own)
    case ENAMETOOLONG: Text("le nom est trop long", own)
    case EMFILE: Text("trop de fichiers ouverts", own)
    case ENFILE: Text("trop de fichiers ouverts sur cette machine", own)
    case EIO: Text("erreur du disque ou du lecteur", own)
    case EPIPE: Text("plus personne ne lit la sortie", own)
    case ELOOP: Text("trop de liens symboliques à suivre", own)
    case EFBIG: Text("le fichier est trop grand", own)
    case EDQUOT: Text("la place accordée à cet utilisateur est épuisée", own)
    case ETXTBSY: Text("le programme est en cours d’exécution", own)
    case EBUSY: Text("le fichier ou l’appareil est occupé", own)
    default: Text(verbatim: own)
    }
  }

  /// The message of an error number of which only the system's own text is known; any other text as it is.
  static func system(saying message: String) -> Text {
    let code = usual.first { FileFailure.system(code: $0).message == message }
    return code.map { system($0) } ?? Text(verbatim: message)
  }

  private static let usual = [
    ENOENT, EISDIR, ENOTDIR, EACCES, EPERM, ENOSPC, EROFS, EEXIST, ENOTEMPTY, ENAMETOOLONG, EMFILE,
    ENFILE, EIO, EPIPE, ELOOP, EFBIG, EDQUOT, ETXTBSY, EBUSY,
  ]
}
