// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
  // A fold called across modules is many times slower without it.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A module in `Sources`.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A module's tests, in `Tests`.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "acquis",
  products: [.executable(name: "acquis", targets: ["acquis"])],
  targets: [
    // What happened, and what follows from it.
    .target(name: "Events", path: "Events", swiftSettings: settings),
    .target(
      name: "Projections", dependencies: ["Events"], path: "Projections", swiftSettings: settings),

    // System libraries.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CTime"),
    module("Cryptography", ["CCrypto"]),
    module("SQLite", ["CSQLite"]),

    // Trees, logs, keys.
    module("TransparencyLog", ["Cryptography"]),
    module("EventLog", ["Events", "Cryptography", "TransparencyLog"]),
    module(
      "SQLiteLog", ["Events", "Cryptography", "TransparencyLog", "EventLog", "SQLite"]),
    module("Vault", ["Events", "Cryptography", "SQLite"]),

    // What may be recorded.
    module("Rules", ["Events", "Projections"]),

    // The ledger: everything that a program does with one.
    module("Catalogue", ["Events"]),
    module(
      "AcquisLedger",
      [
        "Events", "Projections", "Rules", "Cryptography", "TransparencyLog", "EventLog", "Vault",
      ]),

    // The program.
    module(
      "Benchmarks",
      ["CSQLite", "Events", "Projections", "EventLog", "SQLiteLog", "Vault", "AcquisLedger"]),
    .executableTarget(
      name: "acquis",
      dependencies: [
        "Events", "Projections", "Rules", "Cryptography", "TransparencyLog", "EventLog", "SQLite",
        "SQLiteLog", "Vault", "Catalogue", "AcquisLedger", "Benchmarks", "CTime",
      ], swiftSettings: settings),

    // Tests.
    .target(
      name: "EventSamples", dependencies: ["Events"], path: "Tests/EventsTests/Samples",
      swiftSettings: settings),
    tests(
      "EventsTests", ["Events", "EventSamples"], exclude: ["Samples", "Bytes/Golden"]),
    tests("CryptographyTests", ["Cryptography"]),
    tests("TransparencyLogTests", ["Cryptography", "TransparencyLog"]),
    tests("CatalogueTests", ["Events", "Catalogue", "EventSamples"], exclude: ["Golden"]),
    .target(
      name: "EventLogLaws",
      dependencies: ["Events", "Cryptography", "TransparencyLog", "EventLog"],
      path: "Tests/EventLogLaws", swiftSettings: settings),
    tests("EventLogTests", ["Events", "EventLog", "EventLogLaws"]),
    .target(name: "TestFolders", path: "Tests/TestFolders", swiftSettings: settings),
    tests("SQLiteTests", ["SQLite", "TestFolders"]),
    tests(
      "SQLiteLogTests",
      ["Events", "EventLog", "EventLogLaws", "SQLite", "SQLiteLog", "TestFolders"]),
    .target(
      name: "NaiveModel", dependencies: ["Events", "Projections", "Catalogue"],
      path: "Tests/NaiveModel", swiftSettings: settings),
    tests(
      "RulesTests", ["Events", "EventSamples", "Rules", "EventLog", "AcquisLedger", "NaiveModel"]),
    tests("NaiveModelTests", ["Events", "NaiveModel"]),
    tests(
      "ProjectionsTests", ["Events", "EventSamples", "Projections", "Catalogue", "NaiveModel"]),
    tests(
      "FuzzTests", ["Events", "Cryptography", "EventSamples", "AcquisLedger", "TransparencyLog"]),
    tests("VaultTests", ["Events", "Cryptography", "SQLite", "Vault"]),
    tests("AcquisTests", ["acquis", "Rules", "Events", "Projections"]),
    tests(
      "AcquisLedgerTests",
      [
        "Events", "Projections", "Rules", "Cryptography", "TransparencyLog", "EventLog",
        "EventLogLaws", "SQLiteLog", "Vault", "Catalogue", "AcquisLedger",
      ]),
  ]
)
