package io.connreg.testkit;

/**
 * All that a storage plug-in owes. Its test class implements this, by saying how its store is opened, and inherits the
 * rules:
 *
 * <pre>{@code
 * final class DirectoryStoreContractTest implements ConnectionStoreContract {
 *     @TempDir Path directory;
 *
 *     @Override
 *     public ConnectionStore openNew() {
 *         return reopen();
 *     }
 *
 *     @Override
 *     public ConnectionStore reopen() {
 *         return open(directory.resolve("data"));
 *     }
 *
 *     @Override
 *     public ConnectionStore reopenAfterCrash() {
 *         return open(CrashCopy.of(directory.resolve("data")));
 *     }
 *
 *     private static ConnectionStore open(Path data) {
 *         return new DirectoryStoreProvider().open("directory:" + data);
 *     }
 * }
 * }</pre>
 *
 * <p>Each rule has a letter and a number that stay; what no rule asks for is not promised to a registry's users.
 */
public interface ConnectionStoreContract
        extends ReadRules,
                WriteRules,
                RowVersionRules,
                NameRules,
                ExactTextRules,
                DocumentRules,
                FilterRules,
                ScopeRules,
                PagingRules,
                ListMeaningRules,
                SlotRules,
                SlotGuardRules,
                KeyScanRules,
                ConcurrencyRules,
                ReopenRules,
                SecondOpenerRules,
                CloseRules {}
