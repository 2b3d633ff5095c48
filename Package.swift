// swift-tools-version: 6.3
import PackageDescription

// A warning that a later compiler adds is an error where changes are checked, not in a user's build.
let isChecked = Context.environment["ACQUIS_WARNINGS_ARE_ERRORS"] != nil

// Tests in release reach into modules too. Asked for where changes are checked: tests and program are then
// one build.
let isTestable = Context.environment["ACQUIS_TESTABLE"] != nil

let features: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (isChecked ? [.treatAllWarnings(as: .error)] : [])
  + (isTestable ? [.unsafeFlags(["-enable-testing"])] : [])

/// Strict memory safety for everything but tests.
let settings = features + [.strictMemorySafety()]

/// A module in `Sources`; its document is not compiled.
func module(
  _ name: String, _ dependencies: [Target.Dependency], documents: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: documents, swiftSettings: settings)
}

/// A module that tests share, in `Tests`.
func testSupport(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: features)
}

/// A module's tests, in `Tests`. They are not optimised, which takes longer than they run: what they try is.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude,
    swiftSettings: features + (isTestable ? [.unsafeFlags(["-Onone"])] : []))
}

let package = Package(
  name: "acquis",
  products: [
    .executable(name: "acquis", targets: ["acquis"]),
    .library(name: "TransparencyLog", targets: ["TransparencyLog", "Cryptography"]),
    .library(
      name: "AcquisLedger",
      targets: [
        "AcquisLedger", "Events", "Projections", "Rules", "EventLog", "TransparencyLog", "Vault",
        "Files", "Cryptography", "Catalogue", "PostgreSQL",
      ]),
  ],
  targets: [
    // What happened, and what follows from it.
    .target(name: "Events", path: "Events", swiftSettings: settings),
    .target(
      name: "Projections", dependencies: ["Events"], path: "Projections", swiftSettings: settings),

    // System libraries.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // Not by pkg-config: its flag -DUTF8PROC_EXPORTS is one that SwiftPM warns of and leaves out.
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(
      name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    // Not by pkg-config, which not every distribution's package has.
    .systemLibrary(name: "CXlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CMicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CTime"),
    .systemLibrary(name: "CCores"),
    module("Cryptography", ["CCrypto"]),
    module("Files", []),
    module("SQLite", ["CSQLite"]),
    module("Spelling", ["CUtf8proc"]),
    module("PostgreSQL", ["CPostgres"]),

    // Trees, logs, keys.
    module("TransparencyLog", ["Cryptography"]),
    module("EventLog", ["CCores", "Events", "Cryptography", "TransparencyLog"]),
    module(
      "SQLiteLog",
      ["Events", "Cryptography", "Files", "TransparencyLog", "EventLog", "SQLite"]),
    module(
      "PostgresLog",
      ["Events", "Cryptography", "TransparencyLog", "EventLog", "PostgreSQL"],
      documents: ["README.md"]),
    module(
      "Vault", ["Events", "Cryptography", "Files", "PostgreSQL", "SQLite"],
      documents: ["README.md"]),

    // Who may use the ledger from elsewhere.
    module("Access", ["Events", "Cryptography", "Files", "SQLite"]),

    // What may be recorded.
    module("Rules", ["Events", "Projections"]),

    // The ledger: everything that a program does with one.
    module(
      "AcquisLedger",
      [
        "Events", "Projections", "Rules", "Cryptography", "CTime", "Files", "Spelling", "SQLite",
        "TransparencyLog", "EventLog", "PostgreSQL", "PostgresLog", "SQLiteLog", "Vault",
      ], documents: ["README.md"]),

    // Papers with their proof, credentials, spreadsheets.
    module("Archive", ["CZip"]),
    module("XML", ["CExpat"]),
    module("Sheets", ["CXlsxwriter", "Files", "Archive", "XML"]),
    module(
      "Documents",
      [
        "CQrencode", "Events", "Projections", "Rules", "Cryptography", "Files", "Spelling",
        "TransparencyLog", "EventLog", "AcquisLedger",
      ]),

    // The two certifications as values, a demonstration, and France compétences' open data.
    module(
      "Catalogue", ["Events", "Cryptography", "Spelling", "Archive", "Sheets"]),

    // The files exchanged with the Caisse des Dépôts.
    module(
      "StateFlow",
      [
        "Events", "Projections", "Cryptography", "Spelling", "EventLog", "Vault", "AcquisLedger",
        "XML",
      ]),

    // Old spreadsheets, by a plan.
    module(
      "SheetImport",
      [
        "Events", "Projections", "Files", "Spelling", "EventLog",
        "Vault", "AcquisLedger", "Sheets",
      ]),

    // HTTP, without knowing of what.
    module("HTTP", ["CMicrohttpd"]),

    // The program.
    module(
      "Benchmarks",
      [
        "CSQLite", "CCores", "Events", "Projections", "Cryptography", "EventLog", "PostgreSQL",
        "Vault", "AcquisLedger",
      ],
      documents: ["README.md"]),
    .executableTarget(
      name: "acquis",
      dependencies: [
        "Access", "Events", "Projections", "Rules", "Cryptography", "Files", "TransparencyLog",
        "EventLog", "Vault", "Catalogue", "AcquisLedger", "Documents", "Sheets", "SheetImport",
        "StateFlow", "Archive", "Benchmarks", "HTTP",
      ], exclude: ["README.md", "LISEZMOI.md", "Pages/README.md", "Serve/README.md"],
      swiftSettings: settings),

    // Tests.
    testSupport("TestSupport", ["Events"]),
    .target(
      name: "EventSamples", dependencies: ["Events"], path: "Tests/EventsTests/Samples",
      swiftSettings: features),
    // Writes missing golden files; `swift test` does not run it.
    .executableTarget(
      name: "golden", dependencies: ["Catalogue", "EventSamples"], path: "Tests/Golden",
      swiftSettings: features),
    testSupport("ServerTestSupport", ["PostgreSQL"]),
    testSupport("ManyCallers", ["Events", "EventLog"]),
    // Appends on many threads until it is killed; a Python test starts it.
    .executableTarget(
      name: "crowd", dependencies: ["Events", "EventLog", "SQLiteLog", "ManyCallers"],
      path: "Tests/Crowd", swiftSettings: features),
    testSupport(
      "EventLogLaws",
      ["Events", "Cryptography", "TransparencyLog", "EventLog", "ManyCallers", "TestSupport"]),
    testSupport("NaiveModel", ["Events", "Projections", "Catalogue", "TestSupport"]),
    tests(
      "EventsTests", ["Events", "EventSamples", "TestSupport"],
      exclude: ["Samples", "Bytes/Golden"]),
    tests("CryptographyTests", ["Cryptography"]),
    tests("FilesTests", ["Files", "TestSupport"]),
    tests("HTTPTests", ["HTTP"]),
    tests("SpellingTests", ["Spelling"]),
    tests("SQLiteTests", ["SQLite", "TestSupport"]),
    tests("TransparencyLogTests", ["Cryptography", "TransparencyLog", "TestSupport"]),
    tests(
      "CatalogueTests", ["Events", "Catalogue", "EventSamples", "Sheets"],
      exclude: ["Golden"]),
    tests(
      "PostgresLogTests",
      [
        "Events", "EventLog", "EventLogLaws", "PostgreSQL", "PostgresLog", "ServerTestSupport",
        "TestSupport",
      ]),
    tests("EventLogTests", ["Events", "EventLog", "EventLogLaws", "TestSupport"]),
    tests(
      "SQLiteLogTests",
      [
        "Events", "EventLog", "EventLogLaws", "ManyCallers", "SQLite", "SQLiteLog", "TestSupport",
      ], exclude: ["Golden"]),
    tests(
      "AccessTests", ["Access", "Cryptography", "Events", "SQLite", "TestSupport"]),
    tests("VaultTests", ["Events", "PostgreSQL", "SQLite", "Vault", "TestSupport"]),
    tests(
      "ProjectionsTests",
      ["Events", "EventSamples", "Projections", "Catalogue", "NaiveModel", "TestSupport"]),
    tests(
      "RulesTests",
      [
        "Events", "EventSamples", "Projections", "Rules", "EventLog", "AcquisLedger", "NaiveModel",
        "TestSupport",
      ]),
    tests("NaiveModelTests", ["Events", "NaiveModel"]),
    tests(
      "FuzzTests",
      [
        "Events", "Cryptography", "EventSamples", "AcquisLedger", "TransparencyLog", "TestSupport",
      ]),
    tests("SheetsTests", ["Archive", "Files", "Sheets", "TestSupport", "XML"]),
    tests(
      "SheetImportTests",
      [
        "Events", "Projections", "Rules", "EventLog", "Vault", "Catalogue",
        "AcquisLedger", "Sheets", "SheetImport", "TestSupport",
      ]),
    tests(
      "StateFlowTests",
      [
        "Events", "EventLog", "Vault", "Catalogue", "AcquisLedger", "StateFlow",
        "TestSupport",
      ]),
    tests(
      "DocumentsTests",
      [
        "Events", "Projections", "Cryptography", "TransparencyLog", "EventLog", "Vault",
        "Catalogue", "AcquisLedger", "Documents", "TestSupport",
      ]),
    tests(
      "AcquisLedgerTests",
      [
        "Events", "Projections", "Rules", "Cryptography", "Files", "TransparencyLog", "EventLog",
        "EventLogLaws", "PostgresLog", "ServerTestSupport", "SQLite", "SQLiteLog", "Vault",
        "Catalogue", "AcquisLedger", "NaiveModel", "TestSupport",
      ]),
    tests(
      "ScenarioTests",
      [
        "Events", "Projections", "Rules", "EventLog", "Vault", "Catalogue", "AcquisLedger",
        "TestSupport",
      ]),
    tests(
      "AcquisTests",
      [
        "acquis", "Access", "Events", "Projections", "Rules", "Cryptography", "Files",
        "TransparencyLog", "EventLog", "Vault", "Catalogue", "AcquisLedger", "Sheets",
        "SheetImport", "HTTP", "TestSupport",
      ]),
  ]
)
