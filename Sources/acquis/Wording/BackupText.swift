internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events

extension BackupPart {
  /// What the part's folder contains, how it must be kept, and how it is restored: printed, and written into
  /// the folder.
  func instructions(_ made: Backup) -> Text {
    switch self {
    case .log: log(made)
    case .vault: vault(made)
    case .master: master(made)
    }
  }

  private func log(_ made: Backup) -> Text {
    let root = made.head.root.base64
    return Text(
      """
      \(made.name) : \(Text.count(made.head.last.number, .entry).french), copie du \(made.at).
      Racine (RFC 9162) : \(root)

      Tout le registre : identifiants, jours, décisions. Ce qui dit qui est une personne y est
      scellé, et aucune clé n’est ici : confiez-le à qui peut voir ces identifiants, en autant
      d’exemplaires que vous voulez, pour toujours.

      Pour le remettre : dans un dossier vide, copiez \(made.name) ; puis, à côté,
      \(made.name).vault (de la copie du coffre du même jour, ou d’un jour suivant) et
      \(made.name).master. Jamais par-dessus un registre en place : ses fichiers -wal et -shm ne
      vont pas avec celui-ci. Sans coffre, tout se lit sauf les textes scellés.

      Si des points de contrôle ont été signés, \(made.name).signed les contient et \(made.name).vkeys, les
      clés publiques qui les vérifient : remettez-les avec le registre. Pour signer de nouveau il faut aussi
      \(made.name).signing, qui n’est dans aucune copie : gardez-le en deux exemplaires, ailleurs et pour
      vous seul. S’il est perdu, `acquis audit key --new` commence une autre clé.

      """,
      """
      \(made.name): \(made.head.last) events, copied at \(made.at).
      Root (RFC 9162): \(root)

      The whole log: ids, days, decisions. What says who a person is is sealed in it, and no key is
      here: give it to anyone who may see these ids, in as many copies as you like, for ever.

      To put it back: into an empty folder copy \(made.name); then, beside it,
      \(made.name).vault (from the copy of the vault of the same day, or of a later one) and
      \(made.name).master. Never over a ledger in place: its -wal and -shm files do not go with this
      one. Without a vault everything can be read but sealed texts.

      Where checkpoints were signed, \(made.name).signed holds them and \(made.name).vkeys the public keys
      that verify them: put them back with the log. To sign again, \(made.name).signing is needed too, which is in no copy:
      keep it twice, elsewhere and for yourself alone. If it is lost, `acquis audit key --new` starts
      another.

      """)
  }

  private func vault(_ made: Backup) -> Text {
    let master =
      made.has(.master)
      ? Text("", "")
      : Text(
        """
        La clé maîtresse (\(made.name).master) n’est pas dans cette sauvegarde, et sans elle cette
        copie n’ouvre rien. C’est une ligne de 64 chiffres : gardez-en deux exemplaires en deux autres
        lieux, sur papier ou dans un coffre de mots de passe, et de nouveau après chaque
        `acquis vault rotate`.

        """,
        """
        The master key (\(made.name).master) is not in this backup, and without it this copy opens
        nothing. It is one line of 64 digits: keep it twice, in two other places, on paper or in a
        password safe, and again after each `acquis vault rotate`.

        """)
    return Text(
      """
      \(made.name).vault : les clés des personnes, copiées le \(made.at).

      Gardez cette copie ailleurs que celles du registre, pour vous seul, et jamais avec la clé
      maîtresse : réunis, les trois révèlent tout de chacun.

      Après un effacement (`acquis erase`), détruisez-la avec toutes celles d’avant : la personne
      effacée s’y lit encore. Puis refaites une sauvegarde.

      \(master.french)
      """,
      """
      \(made.name).vault: the keys of persons, copied at \(made.at).

      Keep this copy elsewhere than those of the log, for yourself alone, and never with the master
      key: the three together disclose everything about everyone.

      After an erasure (`acquis erase`), destroy it and all those before it: the person erased can
      still be read by it. Then make a new backup.

      \(master.english)
      """)
  }

  private func master(_ made: Backup) -> Text {
    Text(
      """
      \(made.name).master : la clé du coffre, copiée le \(made.at).

      Portez-la maintenant ailleurs que le registre et que le coffre, en deux lieux, sur papier ou
      dans un coffre de mots de passe. Si elle est perdue, tous les textes scellés le sont ; qui
      la trouve avec une copie du coffre et une du registre peut tous les lire.

      """,
      """
      \(made.name).master: the key of the vault, copied at \(made.at).

      Carry it now elsewhere than the log and the vault, to two places, on paper or into a password
      safe. If it is lost, so are all sealed texts; whoever finds it with a copy of the vault and one of
      the log can read them.

      """)
  }
}
