import Events
import SheetImport
import Testing

struct ProposedPlanTests {
  @Test func `a stacked sheet takes the session from the heading above`() throws {
    let proposal = try proposal([
      "Jury du 17 juin 2020 – Lyon", "Nom;Prénom;Né(e) le;D1;D2;D3;D4",
      "DUPONT;Anne;23/06/1975;V;V;NV;V", "MARTIN;Zoé;13/07/1982;V;V;V;V",
      "Jury du 9 décembre 2020 – Paris", "Nom;Prénom;Né(e) le;D1;D2;D3;D4",
      "LEROY;Yann;25/05/2000;V;NV;NV;V", "FAURE;Inès;05/05/1990;V;V;V;V",
    ])
    #expect(proposal.plan.sectionsAreSessions)
    #expect(proposal.plan.headerRow == 2)
    #expect(proposal.plan.session == nil)
    #expect(proposal.plan.certification == .given(try CertificationCode("3474")))
    #expect(try proposal.field("D3") == .verdictOn(try block("3474D3")))
    #expect(proposal.said.contains("4 lignes de candidats"))
    #expect(proposal.said.contains("1 titre de jury"))
  }

  @Test func `one title with a day is the session of the sheet`() throws {
    let proposal = try proposal([
      "Jury du 17/06/2020, accueil RNCP38052", "Nom;Prénom;Né(e) le;Bloc 1;Bloc 2",
      "DUPONT;Anne;23/06/1975;V;V", "MARTIN;Zoé;13/07/1982;V;NV",
    ])
    #expect(proposal.plan.session == .given(try CalendarDate(2020, 6, 17)))
    #expect(!proposal.plan.sectionsAreSessions)
    #expect(try proposal.field("Bloc 2") == .verdictOn(try block("RNCP38052BC02")))
  }

  @Test func `a sheet that names no certification leaves it open where two fit`() throws {
    let proposal = try proposal([
      "Nom;Prénom;Né le;Jury;Bloc 1;Bloc 2", "DUPONT;Anne;23/06/1975;17/06/2020;V;V",
      "MARTIN;Zoé;13/07/1982;17/06/2020;V;NV",
    ])
    #expect(proposal.plan.certification == .open)
    #expect(proposal.plan.pathway == .open)
  }

  @Test func `a code that the ledger does not have is said`() throws {
    let proposal = try proposal([
      "Suivi RNCP40999;;;;", "Nom;Prénom;Né le;Jury;BC01", "DUPONT;Anne;23/06/1975;17/06/2020;V",
      "MARTIN;Zoé;13/07/1982;17/06/2020;NV",
    ])
    #expect(proposal.plan.certification == .open)
    #expect(proposal.said.contains("RNCP40999"))
  }

  @Test func `domains are written in several ways`() throws {
    let proposal = try proposal([
      "Nom;Prénom;Date de naissance;Statut;Session;Domaine 1;Accès au logement;Impayés;Dom. 4;Certifié ?",
      "DUPONT;Anne;23/06/1975;Salarié;17/06/2020;A;A;NA;A;non",
      "MARTIN;Zoé;13/07/1982;DE;17/06/2020;A;A;A;A;oui",
    ])
    for (heading, code) in [
      ("Domaine 1", "3474D1"), ("Accès au logement", "3474D2"), ("Impayés", "3474D3"),
      ("Dom. 4", "3474D4"),
    ] {
      #expect(try proposal.field(heading) == .verdictOn(try block(code)))
      #expect(try proposal.meaning("A", in: heading) == .verdict(.validated))
      #expect(try proposal.meaning("NA", in: heading) == .verdict(.refused))
    }
    #expect(try proposal.field("Statut") == .audience)
    #expect(try proposal.meaning("DE", in: "Statut") == .audience(.jobSeeker))
    #expect(try proposal.meaning("oui", in: "Certifié ?") == .awarded)
  }

  @Test func `blocks in lists`() throws {
    let proposal = try proposal(
      [
        "Candidat\tNé le\tDate du jury\tBlocs validés\tBlocs refusés",
        "DUPONT Anne\t23/06/1975\t17/06/2020\tBC01, BC03\tBC02 ; BC04",
        "MARTIN Zoé\t13/07/1982\t17/06/2020\ttous\taucun",
        "LEROY Yann\t14/07/1982\t17/06/2020\tBloc 1 et 2\tBC03/BC04",
      ], named: "listes.tsv")
    #expect(try proposal.field("Candidat") == .fullName)
    #expect(try proposal.field("Blocs validés") == .validatedBlocks)
    #expect(try proposal.field("Blocs refusés") == .refusedBlocks)
    #expect(try proposal.meaning("BC03", in: "Blocs validés") == .block("BC03"))
    #expect(try proposal.meaning("Bloc 1", in: "Blocs validés") == .block("BC01"))
    #expect(try proposal.meaning("2", in: "Blocs validés") == .block("BC02"))
    #expect(try proposal.meaning("aucun", in: "Blocs refusés") == .nothing)
  }

  @Test func `a column of days for each block`() throws {
    let proposal = try proposal([
      "Nom;Prénom;Né le;Voie;BC01;Date;BC02;Date;Obs.",
      "DUPONT;Anne;23/06/1975;FC;V;17/06/2020;NV;18/06/2020;",
      "MARTIN;Zoé;13/07/1982;VAE;V;17/06/2020;V;18/06/2020;à voir",
    ])
    #expect(try proposal.field("Date", 1) == .dayOf(try block("RNCP38052BC01")))
    #expect(try proposal.field("Date", 2) == .dayOf(try block("RNCP38052BC02")))
    #expect(proposal.plan.session == nil && !proposal.plan.sectionsAreSessions)
  }

  @Test func `headings of two lines`() throws {
    let proposal = try proposal([
      "Nom;Prénom;Né le;BC01;;BC02;", ";;;Décision;Date;Décision;Date",
      "DUPONT;Anne;23/06/1975;V;17/06/2020;NV;18/06/2020",
      "MARTIN;Zoé;13/07/1982;V;17/06/2020;V;18/06/2020",
    ])
    #expect(proposal.plan.headerRow == 1 && proposal.plan.leftOutRows == [2])
    #expect(try proposal.field("BC01") == .verdictOn(try block("RNCP38052BC01")))
    #expect(try proposal.field("E") == .dayOf(try block("RNCP38052BC01")))
    #expect(try proposal.field("G") == .dayOf(try block("RNCP38052BC02")))
    #expect(proposal.said.contains("2 lignes de candidats"))
  }

  @Test func `content decides where a heading misleads`() throws {
    let proposal = try proposal([
      "Nom;Prénom;Naissance;Lieu;Jury;Titre;Entrée;Résultat;BC01",
      "DUPONT;Anne;23/06/1975;LYON;17/06/2020;Mme;01/09/2019;ADMIS;V",
      "MARTIN;Zoé;13/07/1982;PARIS;17/06/2020;M.;01/09/2019;;NV",
    ])
    #expect(try proposal.field("Naissance") == .birthDate)
    #expect(try proposal.field("Lieu") == .birthPlace)
    #expect(try proposal.field("Jury") == .sessionDay)
    #expect(try proposal.field("Titre") == .sex)
    #expect(try proposal.field("Entrée") == .trainingStart)
    #expect(try proposal.field("Résultat") == .result)
    #expect(proposal.plan.certification == .given(try CertificationCode("RNCP38052")))
  }

  @Test func `a name beside one of birth is one of usage, and an address is none of birth`() throws
  {
    let proposal = try proposal([
      "Nom;Nom de naissance;Prénom;Né le;Adresse;CP;Ville;Jury;BC01",
      "DURAND;DUPONT;Anne;23/06/1975;1 rue A;69003;LYON;17/06/2020;V",
      "LEROY;MARTIN;Zoé;13/07/1982;2 rue B;75013;PARIS;17/06/2020;NV",
    ])
    #expect(try proposal.field("Nom") == .usageName)
    #expect(try proposal.field("Nom de naissance") == .birthName)
    #expect(try proposal.field("CP") == .ignored)
  }

  @Test func `columns that the program wrote are known again`() throws {
    let proposal = try proposal([
      "Nom;Prénom;Né le;Jury;BC01;acquis : état;acquis : à corriger",
      "DUPONT;Anne;23/06/1975;17/06/2020;V;;", "MARTIN;Zoé;13/07/1982;17/06/2020;NV;;",
    ])
    #expect(try proposal.field("acquis : état") == .state)
    #expect(try proposal.field("acquis : à corriger") == .toCorrect)
  }

  @Test func `UTF-16 with tabs, in English`() throws {
    let proposal = try proposal(
      [
        "Last name\tFirst name\tBirth date\tJury date\tPathway\tBC01",
        "DUPONT\tAnne\t06/23/1975\t06/17/2020\tVAE\tpassed",
        "MARTIN\tZoé\t07/13/1982\t06/17/2020\tapprenticeship\tfailed",
      ], encoding: utf16)
    #expect(try proposal.field("Last name") == .birthName)
    #expect(try proposal.column("Birth date").dayForm == .given(.monthFirst))
    #expect(try proposal.column("Jury date").dayForm == .given(.monthFirst))
    #expect(try proposal.meaning("failed", in: "BC01") == .verdict(.refused))
  }

  @Test func `decisions of several certifications`() throws {
    let proposal = try proposal([
      "Nom,Prénom,Née le,Certification,Mode d'accès,Bloc,Décision du jury,Jury",
      "DUPONT,Anne,23/06/1975,ASH,VAE,D1,Favorable,17/06/2020",
      "DUPONT,Anne,23/06/1975,ASH,VAE,D2,Défavorable,17/06/2020",
      "MARTIN,Zoé,13/07/1982,CAL,FC,BC01,Absente,17/06/2020",
    ])
    #expect(proposal.plan.certification == nil)
    let social = try CertificationCode("3474")
    #expect(try proposal.meaning("ASH", in: "Certification") == .certification(social))
    #expect(try proposal.meaning("D2", in: "Bloc") == .block("D2"))
    #expect(try proposal.meaning("BC01", in: "Bloc") == .block("BC01"))
    #expect(try proposal.meaning("Absente", in: "Décision du jury") == .verdict(.absent))
  }

  @Test func `an opinion of the jury that says admitted is the result`() throws {
    let proposal = try proposal([
      "Nom Prénom;Date naiss.;Jury;D1;D2;Avis du jury", "DUPONT Anne;23.06.75;17/06/2020;V;V;ADMIS",
      "MARTIN Zoé;13.07.82;17/06/2020;V;NV;PARTIEL",
    ])
    #expect(try proposal.field("Avis du jury") == .result)
    #expect(try proposal.field("Nom Prénom") == .fullName)
  }

  @Test func `without a column of results a certificate’s number is an award`() throws {
    let numbered = try proposal([
      "Nom;Prénom;Né le;Jury;BC01;N° certificat", "DUPONT;Anne;23/06/1975;17/06/2020;V;CAL-1",
      "MARTIN;Zoé;13/07/1982;17/06/2020;NV;",
    ])
    #expect(numbered.plan.awards == .byCertificateNumber)
    #expect(numbered.said.contains("un n° de certificat vaut délivrance : à vérifier"))
    #expect(numbered.plan.reason.contains("délivrance d’après le n° de certificat"))
    let both = try proposal([
      "Nom;Prénom;Né le;Jury;BC01;Résultat;N° certificat",
      "DUPONT;Anne;23/06/1975;17/06/2020;V;ADMIS;CAL-1",
      "MARTIN;Zoé;13/07/1982;17/06/2020;NV;REFUSÉ;",
    ])
    #expect(both.plan.awards == .byResult && !both.plan.reason.contains("délivrance"))
  }

  @Test func `a sheet without a session in it asks for its day`() throws {
    let proposal = try proposal([
      "Nom;Prénom;Né le;BC01", "DUPONT;Anne;23/06/1975;V", "MARTIN;Zoé;13/07/1982;NV",
    ])
    #expect(proposal.plan.session == .open)
    #expect(proposal.plan.openQuestions.contains { $0.key.english == "session day" })
  }

  @Test func `no note has a cell of a person`() throws {
    let proposal = try proposal([
      "Nom;Prénom;Né le;Courriel;Jury;BC01;Remarque libre",
      "DUPONT;Anne;23/06/1975;anne@exemple.fr;17/06/2020;V;voir Madame Leroy",
      "MARTIN;Zoé;13/07/1982;zoe@exemple.fr;17/06/2020;NV;",
    ])
    let said = (proposal.notes.findings + proposal.notes.columns.values.flatMap(\.self)).flatMap {
      [$0.french, $0.english]
    }.joined()
    for text in ["DUPONT", "Anne", "1975", "exemple", "Leroy"] { #expect(!said.contains(text)) }
  }

  @Test func `a sheet without headings is refused`() throws {
    #expect(throws: ProposalFailure.noHeadings) { try proposal(["a;b", "c;d"]) }
    #expect(throws: ProposalFailure.noRows) { try proposal(["", ""]) }
  }
}
