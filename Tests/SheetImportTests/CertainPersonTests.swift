import Events
import Testing

@testable import SheetImport

/// Which rows are one person without a question.
struct CertainPersonTests {
  let ledger = PersonLedger()

  @Test(arguments: [
    ("GARCÍA;Inès;1964-05-09", "garcia;Ines;1964-05-09"),
    ("DE LA CRUZ;Marie;1964-05-09", "Delacruz;MARIE;1964-05-09"),
    ("D'HONDT;Jean-Pierre;1964-05-09", "D’Hondt;Jean Pierre;1964-05-09"),
    ("CŒUR;Thi Lan;1964-05-09", "Coeur;Thilan;1964-05-09"),
    ("BENALI;Marie,Anne;1964-05-09", "BENALI;Anne,Marie;1964-05-09"),
    ("BENALI;Marie;1964", "Benali;Marie;1964"),
  ])
  func `spellings of one name and the same birth date are one person`(
    one: String, other: String
  ) throws {
    let persons = try ledger.persons(rows(one + ";day=2020-06-17", other + ";day=2020-06-17"))
    #expect(persons.grouped == [[0, 1]])
    #expect(persons.unsettled.isEmpty && persons.exactDoubles == 0 && persons.nearDoubles == 1)
    #expect(persons.count(.samePerson) == 1)
  }

  @Test func `rows of several sessions are no doubles`() throws {
    let persons = try ledger.persons(
      rows("BENALI;Zoé;1964-05-09;day=2020-06-17", "BENALI;Zoe;1964-05-09;day=2021-06-17"))
    #expect(persons.grouped == [[0, 1]])
    #expect(persons.nearDoubles == 0 && persons.issues.isEmpty)
  }

  @Test func `rows of one session with a block each are no doubles, of the same block they are`()
    throws
  {
    let persons = try ledger.persons(
      rows(
        "BENALI;Zoé;1964-05-09;day=2020-06-17;block=BC01",
        "BENALI;Zoé;1964-05-09;day=2020-06-17;block=BC02",
        "BENALI;Zoe;1964-05-09;day=2020-06-17;block=BC02"))
    #expect(persons.grouped == [[0, 1, 2]])
    #expect(persons.nearDoubles == 1 && persons.issues.map(\.row.number) == [6])
  }

  @Test func `equal rows are exact doubles`() throws {
    let text = "BENALI;Zoé;1964-05-09;day=2020-06-17"
    let persons = try ledger.persons(rows(text, text, text))
    #expect(persons.grouped == [[0, 1, 2]] && persons.exactDoubles == 2)
    #expect(persons.issues.map(\.cause) == [.exactDouble, .exactDouble])
  }

  @Test(arguments: [
    "file=VAE-2018-004", "file=4", "ref=M17;file=VAE-2020-009", "file=VAE-2018-004;usage=FAURE",
  ])
  func `a near name under the same reference is that person`(reference: String) throws {
    let persons = try ledger.persons(
      rows(
        "LECLERCQ;Khadija;1977-10-05;file=VAE-2018-004", "LECLERCQ;Khadija;1977-10-05;ref=M17",
        "LECLERC;Khadija;1977-10-05;\(reference)"))
    #expect(persons.grouped == [[0, 1, 2]] && persons.unsettled.isEmpty)
  }

  @Test func `a missing birth date is supplied by the rows of the same reference`() throws {
    let persons = try ledger.persons(
      rows("BENALI;Zoé;;file=D-1", "BENALI;Zoé;1964-05-09;file=D-1"))
    #expect(persons.grouped == [[0, 1]])
    #expect(persons.persons[0].identity.birthDate?.text == "1964-05-09")
  }

  @Test func `a reference of clearly different persons proves nothing`() throws {
    let persons = try ledger.persons(
      rows(
        "LECLERCQ;Khadija;1977-10-05;file=D-1", "LECLERC;Khadija;1977-10-05;file=D-1",
        "MARTIN;Yann;1980-01-01;file=D-1"))
    #expect(persons.grouped == [[0], [2]] || persons.grouped == [[1], [2]])
    #expect(persons.unsettled.count == 1)
  }

  @Test func `numbers at the end that different persons have join nobody`() throws {
    let persons = try ledger.persons(
      rows(
        "MARTIN;Yann;1980-01-01;file=D-2020-001", "BENALI;Zoé;1990-02-02;file=D-2021-001",
        "MARTIN;Yan;1980-01-01;file=D-2022-001"))
    #expect(persons.unsettled.count == 1)
  }

  @Test func `rows without a name or first name are nobody`() throws {
    let persons = try ledger.persons(rows(";Zoé;1964-05-09", "BENALI;;1964-05-09", "?;-;1964"))
    #expect(persons.persons.isEmpty && persons.unsettled.isEmpty && persons.issues.isEmpty)
  }
}
