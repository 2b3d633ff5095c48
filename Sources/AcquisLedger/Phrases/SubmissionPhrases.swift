internal import EventLog
public import Events
internal import Files

// Why a submission was not recorded.

extension SubmissionFailure: TextConvertible {
  public var text: Text { problem.text }
}

extension SubmissionFailure.Problem: TextConvertible {
  public var text: Text {
    switch self {
    case .unreadable(let failure): failure.text
    case .cut(let failure):
      Text("\(failure.text.french) (ligne coupée ?)", "\(failure.text.english) (is the line cut?)")
    case .refused(let failure): failure.text.of(field: failure.field)
    case .notSealed(let failure): failure.text
    case .unknown(let subject):
      Text(
        "champ `data` : ni le registre ni le fichier ne connaît le sujet « \(subject.text.french) »",
        "field data: the ledger knows no \(subject.kind) \(subject.id), nor does the file")
    case .erasure:
      Text(
        "champ `type` : un effacement détruit les clés d’une personne ; il ne peut pas être enregistré seul",
        "field type: an erasure destroys a person's keys; it is not recorded by itself")
    case .erased(let field, let day):
      Text(
        "champ \(field) : la personne a été effacée le \(day.text.french) ; une ligne à son sujet "
          + "s’enregistre sans texte et demande son propre identifiant",
        "field \(field): the person was erased on \(day.text.english); a line about them is recorded "
          + "without texts and needs an id of its own")
    case .namesPerson(let field):
      Text(
        "champ \(field) : nomme la personne elle-même et resterait en clair pour toujours ; "
          + "nommez un organisme ou un document",
        "field \(field): names the person themselves and would stay in clear for ever; "
          + "name a body or a document")
    case .nothing: Text("ne contient aucune entrée", "holds no event")
    case .changedMeanwhile:
      Text(
        "le fichier a changé pendant la lecture ; recommencez",
        "the file was changed while it was read; try again")
    case .other(let failure as FileFailure): failure.text
    case .other(let error):
      LogFailure.system(code: 0, "\(Swift.type(of: error))").text
    case .contended:
      Text(
        "à chaque essai, d’autres entrées ont été enregistrées entre-temps ; recommencez",
        "other entries were recorded in between at each attempt; try again")
    }
  }
}
