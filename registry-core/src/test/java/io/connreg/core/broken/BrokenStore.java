package io.connreg.core.broken;

import io.connreg.spi.ConnectionStore;
import java.util.List;
import java.util.function.UnaryOperator;

/** Stores that do one thing wrong, each with the rules that must catch it, and one that does nothing wrong. */
enum BrokenStore {
    UNBROKEN("does nothing wrong", "", WrappedStore::new),
    NAMES_FOUND_ANYWHERE("finds a name in any workspace", "R5", BrokenReads.FindsNamesAnywhere::new),
    UPSERT("replaces the row whose id is in use", "W5", BrokenWrites.Upsert::new),
    TERMS_OF_THE_INSERT("finds rows for good by the terms they came with", "W3 K5", BrokenWrites.TermsOfTheInsert::new),
    BATCH_STOPS("does no more of a batch once one is refused", "W7", BrokenWrites.BatchStopsAtTheFirst::new),
    BATCH_WITHOUT_ORDER("does a batch in another order", "W8", BrokenWrites.BatchWithoutOrder::new),
    LAST_WRITER_WINS("replaces whatever row version is there", "V1 V2", BrokenWrites.LastWriterWins::new),
    COMPARES_THE_REVISION("compares the revision that callers see", "V5", BrokenWrites.ComparesTheRevision::new),
    NAMES_ACROSS_WORKSPACES("has a name once in all workspaces", "N2", BrokenWrites.NamesAcrossWorkspaces::new),
    RENAMES_UNJUDGED("renames onto a taken name", "N3", BrokenWrites.RenamesUnjudged::new),
    TRIMMED_NAMES("trims names", "T2", BrokenTexts::trimmedNames),
    IDS_WITHOUT_CASE("finds ids without regard to case", "T1", BrokenReads.IdsWithoutCase::new),
    CUT_NAMES("cuts names to 128 UTF-16 units", "T6", BrokenTexts::cutNames),
    CUT_DOCUMENTS("cuts documents to 64 KiB", "D2", BrokenTexts::cutDocuments),
    DOCUMENTS_AS_LINES("makes line ends alike", "D1", BrokenTexts::documentsAsLines),
    WILDCARDS_IN_NAMES("takes a part of a name for a pattern", "F3", BrokenReads.WildcardsInNames::new),
    MODELS_APART("finds one fact in one model, the other in another", "F5", BrokenReads.ModelsApart::new),
    SCOPE_BY_COLLATION("compares a scope's ids by a collation", "A5 T3 T4", BrokenReads.ScopeByCollation::new),
    COUNT_WITHOUT_SCOPE("counts what the caller may not see", "A1 A2 L1", BrokenReads.CountWithoutScope::new),
    FILTER_AFTER_PAGING("filters a page after it was filled", "P8 L1", BrokenPages.FilterAfterPaging::new),
    OFFSET_PAGING("keeps an offset for a position", "P6", BrokenPages.OffsetPaging::new),
    PAGES_OF_ANY_SIZE("fills pages without regard to their budget", "P9 P10", BrokenPages.PagesOfAnySize::new),
    PAGES_WITHIN_THE_BUDGET(
            "leaves out the row that reaches the budget", "P9 P10", BrokenPages.PagesWithinTheBudget::new),
    ORDER_BY_UTF16("orders ids by UTF-16 unit", "P2", BrokenReads.OrderByUtf16::new),
    SLOT_WITHOUT_COMPARE("stores any slot that comes", "S2 C5", BrokenWrites.SlotWithoutCompare::new),
    CUT_SLOT("cuts the slot to 4000 characters", "S3", BrokenTexts.CutSlot::new),
    SLOT_IGNORED("writes under any slot", "G2 G3 G5 M2", BrokenWrites.SlotIgnored::new),
    COUNTS_ROWS_BY_KEY("counts a key's rows for its secrets", "K4", BrokenReads.CountsRowsByKey::new),
    CHECK_THEN_INSERT("looks whether a name is free, then inserts", "C1", BrokenRaces.CheckThenInsert::new),
    CHECK_THEN_RENAME("looks whether a name is free, then renames", "C2", BrokenRaces.CheckThenRename::new),
    LOST_UPDATE("looks at the row version, then replaces", "C3", BrokenRaces.LostUpdate::new),
    CHECK_THEN_DELETE("looks at the row version, then deletes", "C4", BrokenRaces.CheckThenDelete::new),
    CHECK_THEN_STORE_SLOT("looks at the slot, then stores", "C5", BrokenRaces.CheckThenStoreSlot::new),
    TORN_READ("reads head and document one after the other", "C6", BrokenRaces.TornRead::new),
    MEMORY_AHEAD_OF_DISK("acknowledges before it writes", "O3", BrokenKeeping.MemoryAheadOfDisk::open),
    FORGETS_THE_SLOT("has the slot in memory", "O1 O2", BrokenKeeping.ForgetsTheSlot::new),
    KEEPS_UNTOLD("keeps data though its fixture says that it does not", "O1 O2 O3 O4", WrappedStore::new),
    CACHES_READS("keeps what it read while others write", "M1", BrokenKeeping.CachesReads::new),
    JUDGES_BY_ITS_OWN("judges names by its own inserts", "M2 O2", BrokenKeeping.JudgesByItsOwn::new),
    CLAIMS_TO_BE_ALONE("says that it is owned alone, and is not", "M5", BrokenKeeping.ClaimsToBeAlone::new),
    CLOSES_FOR_ALL("closes what other openers use", "M4", BrokenKeeping.ClosesForAll::new),
    SHARES_UNTOLD("shares data though its fixture says that it does not", "M1 M2 M3 M4 M5", WrappedStore::new),
    NEVER_CLOSES("goes on when it is closed", "X1 X2", BrokenKeeping.NeverCloses::new),
    CLOSES_ONCE("cannot be closed twice", "X2", BrokenKeeping.ClosesOnce::new),
    BREAKS_WHEN_CLOSED("fails otherwise when a call meets the close", "X1 X3", BrokenKeeping.BreaksWhenClosed::new),
    LEAVES_A_THREAD("leaves a thread behind", "X4", BrokenKeeping.LeavesAThread::new);

    final String fault;
    private final String caughtBy;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor, which holds nothing
    private final UnaryOperator<ConnectionStore> opener;

    BrokenStore(String fault, String caughtBy, UnaryOperator<ConnectionStore> opener) {
        this.fault = fault;
        this.caughtBy = caughtBy;
        this.opener = opener;
    }

    /** The numbers of rules that must catch it. */
    List<String> caughtBy() {
        return caughtBy.isEmpty() ? List.of() : List.of(caughtBy.split(" ", -1));
    }

    /** One more opener of the data. */
    ConnectionStore open(ConnectionStore data) {
        return opener.apply(data);
    }
}
