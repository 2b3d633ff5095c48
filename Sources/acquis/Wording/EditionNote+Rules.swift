internal import Events

extension EditionNote {
  static let ruleChanges = [
    Change(
      Text(
        "R01 se juge aussi au changement de voie et à la délivrance ; R02 connaît la suspension de l’enregistrement (RegistrationSuspended, RegistrationReinstated) ; R22 compte les versions d’une certification comme une seule, et ne juge une réouverture que si la candidature redeviendrait active.",
        "R01 is judged on a change of pathway and at the award too; R02 knows the suspension of a registration (RegistrationSuspended, RegistrationReinstated); R22 counts the versions of a certification as one, and judges a reopening only where the candidacy would be live."
      ),
      for: Text(
        "qui complète sur un titre déclaré, qui rouvre une candidature dont le délai est écoulé.",
        "who completes on a claim, who reopens a candidacy whose window has lapsed.")),
    Change(
      Text(
        "R03 et R13 regardent la séance de la décision, jour par jour ; R05 veut une inscription et une convocation au plus tard le jour de la session ; R24 tient ensemble les actes d’une session ; qui est récusé, remplacé, écarté ou présent doit être membre (R13). Un jury repris sans composition est signalé une seule fois.",
        "R03 and R13 look at the sitting of the decision, day by day; R05 asks for an enrolment and a summons by the session's day; R24 holds the papers of one session together; who is recused, replaced, left out or present must be a member (R13). A jury imported without its composition is reported once."
      ),
      for: Text(
        "les jurys de plusieurs jours, les convocations faites après coup, les reprises d’historique.",
        "juries of several days, summonses made afterwards, imported histories.")),
    Change(
      Text(
        "R06 et R07 jugent aussi les reconnaissances ; R16 refuse une source qui ne compte plus, ou sous une certification révoquée, et connaît l’équivalence ; R25 borne les prolongations du délai.",
        "R06 and R07 judge recognitions too; R16 refuses a source that no longer counts, or under a revoked award, and knows equivalences; R25 bounds the extensions of a window."
      ),
      for: Text(
        "les reconnaissances d’un bloc déjà acquis, faites après la fin du délai, ou tirées d’une certification révoquée.",
        "recognitions of a block held already, made after the end of the window, or taken from a revoked award."
      )),
    Change(
      Text(
        "R12 veut une décision favorable en cours de validité le jour même de la session : une décision postérieure à la session ne suffit plus.",
        "R12 asks for a favourable decision valid on the session's own day: one made after the session is no longer enough."
      ),
      for: Text(
        "la VAE.",
        "VAE.")),
    Change(
      Text(
        "R10 accepte les étapes de la sélection dans tout ordre avant la formation ; R18 ne demande pas d’heures à qui n’a pas de public.",
        "R10 accepts the steps of the selection in any order before the training; R18 asks no hours of who has no public."
      ),
      for: Text(
        "les demandeurs d’emploi de 3474, les candidats libres.",
        "job seekers on 3474, free candidates.")),
    Change(
      Text(
        "R14 permet les numéros tels qu’ils sont imprimés (jusqu’à 64 caractères), les compare sans la casse, et connaît le duplicata (CertificateDuplicated) ; aucun certificat n’est délivré, réédité ni remis en duplicata tant que R08 est enfreinte.",
        "R14 allows numbers as they are printed (up to 64 characters), compares them without case, and knows duplicates (CertificateDuplicated); no certificate is issued, reissued or duplicated while R08 is broken."
      ),
      for: Text(
        "deux numéros qui ne diffèrent que par la casse ; les rééditions après l’annulation d’un bloc.",
        "two numbers that differ by case alone; reissues after a block was annulled.")),
    Change(
      Text(
        "R15 admet après un abandon les résultats notifiés, les recommandations et les duplicatas, refuse un changement de voie après la délivrance et une politique qui prendrait effet avant d’être décidée. R17 refuse d’annuler un référentiel sous lequel un fait est enregistré, et de réunir deux identifiants qui le sont déjà. R04 veut que le jury nommé par une délivrance soit de la certification.",
        "R15 admits after a withdrawal results notified, recommendations and duplicates, refuses a change of pathway after the award and a policy that would take effect before it is decided. R17 refuses to annul a framework under which a fact is recorded, and to merge two ids that are one already. R04 asks that the jury which an award names be of the certification."
      ),
      for: Text(
        "qui saisit ou corrige ; ce qui est déjà enregistré devient un constat.",
        "who records or corrects; what was recorded already becomes a finding.")),
    Change(
      Text(
        "R21 ne porte que sur les délivrances faites depuis le 1er juillet 2021 ; R26 signale un titulaire qui n’est pas enregistré, et qu’on ne peut donc déclarer.",
        "R21 is about awards made from 2021-07-01 on; R26 reports a holder who is not registered, and cannot be declared."
      ),
      for: Text(
        "les délivrances anciennes, dont le constat disparaît ; les titulaires sans identité.",
        "old awards, whose finding disappears; holders without an identity.")),
    Change(
      Text(
        "R23 : une déclaration ou une enquête suit une délivrance en vigueur, une réponse suit le dépôt de son flux.",
        "R23: a declaration or a survey follows an award in force, an answer follows the deposit of its flow."
      ),
      for: Text(
        "les réponses de la Caisse des Dépôts dont le dépôt n’a pas été enregistré.",
        "answers of the Caisse des Dépôts whose deposit was not recorded.")),
    Change(
      Text(
        "R27, R28 et R29 signalent les délais légaux de la VAE au RNCP depuis 2024 : session dans les trois mois, résultat dans les quinze jours, un dossier par année civile.",
        "R27, R28 and R29 report the legal deadlines of VAE at the RNCP since 2024: session within three months, result within fifteen days, one dossier a calendar year."
      ),
      for: Text(
        "les candidatures de VAE au RNCP.",
        "VAE candidacies at the RNCP.")),
    Change(
      Text(
        "R30 signale un bloc reconnu dont la source n’est plus en vigueur ; R31, pour information, une décision prise plus de deux mois après la session.",
        "R30 reports a recognised block whose source is no longer in force; R31, a notice, a decision made more than two months after the session."
      ),
      for: Text(
        "les reconnaissances anciennes ; les décisions tardives.",
        "earlier recognitions; late decisions.")),
  ]

  static let personChanges = [
    Change(
      Text(
        "Une identité est contrôlée avant d’être scellée : noms, date de naissance, codes, adresse électronique. La date, le sexe et le lieu de naissance peuvent manquer : la personne peut être certifiée, mais pas déclarée (`candidates --declaration incomplete`).",
        "An identity is checked before it is sealed: names, birth date, codes, e-mail. The birth date, sex and place may be missing: the person can be certified, but not declared (`candidates --declaration incomplete`)."
      ),
      for: Text(
        "les fichiers à importer ; les identités déjà scellées restent telles quelles.",
        "files to import; identities sealed already stay as they are.")),
    Change(
      Text(
        "`record` refuse une personne de mêmes nom, prénom et date de naissance qu’une autre, et donne l’identifiant connu ; --distinct dit que c’en est une autre ; `import` l’enregistre et le signale. `candidates --name` trouve les mots dans n’importe quel ordre et toute graphie.",
        "`record` refuses a person with the birth name, first name and birth date of another, and names the id known; --distinct says that it is another one; `import` records and reports it. `candidates --name` finds words in any order and spelling."
      ),
      for: Text(
        "les personnes enregistrées deux fois.", "persons registered twice.")),
    Change(
      Text(
        "`erase --member` détruit la clé d’un membre de jury (JuryMemberIdentityErased). Après un effacement, les faits s’enregistrent sans leurs textes, rendus à qui saisit pour être gardés sur papier. Les six champs en clair refusent un nom que le coffre connaît pour celui de la personne.",
        "`erase --member` destroys the key of a jury member (JuryMemberIdentityErased). After an erasure facts are recorded without their texts, which are printed back to be kept on paper. The six fields in clear refuse a name that the vault knows as that person's."
      ),
      for: Text(
        "qui révoque ou annule après un effacement, ce qui était impossible.",
        "who revokes or annuls after an erasure, which was impossible.")),
    Change(
      Text(
        "Le certificateur, ses signataires et ses identifiants s’enregistrent (CertifierDescribed). Le catalogue a une nouvelle édition : intitulés des compétences revus, et tous les faits des deux documents ; `certification` montre le référentiel en entier et dit de quelle édition il est.",
        "The certifier, who signs for it and its ids can be recorded (CertifierDescribed). The catalogue has a new edition: labels of competencies reworded, and every fact of the two documents; `certification` shows the whole framework and says which edition it is of."
      ),
      for: Text(
        "les registres créés désormais ; un registre ancien garde son référentiel.",
        "ledgers made from now on; an older ledger keeps its framework.")),
  ]

  static let listChanges = [
    Change(
      Text(
        "Un constat a une gravité : manquement, ou pour information (R19, R31) ; R19 compte aussi les délais des autres versions. `findings` les regroupe par cause, avec la personne et ce qu’il faut ; --each en donne un par ligne ; le JSON garde un objet par constat, avec `weight`, `remedy`, `candidacy` et `candidate`, les manquements d’abord.",
        "A finding has a weight: breach, or notice (R19, R31); R19 counts the windows of other versions too. `findings` groups them by cause, with the person and what is needed; --each prints one a line; the JSON keeps an object for each finding, with `weight`, `remedy`, `candidacy` and `candidate`, breaches first."
      ),
      for: Text(
        "qui lisait la première ligne comme la plus ancienne.",
        "who read the first line as the oldest.")),
    Change(
      Text(
        "`windows` ne liste que la dernière candidature d’une suite, quel que soit son état ; `deadlines` liste les mêmes délais, puis décisions, sessions et résultats de VAE, déclarations et enquêtes ; ce qui est passé et pas encore fait vient à part, par --past.",
        "`windows` lists the last candidacy of a chain only, whatever its status; `deadlines` lists the same windows, and decisions, sessions and results of VAE, declarations and surveys; what is past and not done yet is apart, by --past."
      ),
      for: Text(
        "qui comptait les déclarations en retard dans `deadlines`.",
        "who counted overdue declarations in `deadlines`.")),
    Change(
      Text(
        "`candidates --declaration` prend `none`, `deposited`, `accepted`, `rejected`, `late` ou `incomplete` (et non plus `due`, `declared`, `overdue`).",
        "`candidates --declaration` takes none, deposited, accepted, rejected, late or incomplete (no longer due, declared, overdue)."
      ),
      for: Text(
        "les commandes enregistrées dans un fichier.",
        "commands kept in a script.")),
    Change(
      Text(
        "`statistics` a une ligne par année, sans trou, les chiffres publiés à côté des calculés, et le nombre de réponses de chaque taux.",
        "`statistics` has a line for each year without a gap, the published figures beside the computed ones, and the number of answers behind each rate."
      ),
      for: Text(
        "qui prenait l’absence d’une année pour l’absence de chiffres.",
        "who took a missing year for missing figures.")),
  ]
}
