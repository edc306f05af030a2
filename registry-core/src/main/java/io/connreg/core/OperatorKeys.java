package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.Keys;
import io.connreg.KeysProgress;
import io.connreg.KeysReport;
import io.connreg.KeysStatus;
import io.connreg.MasterKeyId;
import io.connreg.MasterKeySource;
import io.connreg.Operation;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations on keys, each a class of its own where it is more than one change of the slot, and each observed. */
final class OperatorKeys implements Keys {
    private final EmbeddedRegistry registry;
    private final SlotSeal seal;
    private final Duration grace;

    OperatorKeys(EmbeddedRegistry registry, SlotSeal seal, Duration grace) {
        this.registry = registry;
        this.seal = seal;
        this.grace = grace;
    }

    @Override
    public KeysStatus status() {
        return observed(
                Operation.KEYS_STATUS,
                trail -> StatusOperation.run(registry.engine().store()));
    }

    @Override
    public KeyId rotate() {
        return observed(Operation.KEYS_ROTATE, trail -> {
            KeyId primary = new RotateOperation(registry.engine().keys(), seal).run();
            trail.of(primary);
            return primary;
        });
    }

    @Override
    public KeysReport reseal(KeysProgress progress) {
        return observed(Operation.KEYS_RESEAL, trail -> {
            KeyWork work = new KeyWork("reseal", progress);
            return trail.rowsOf(work.run(new ResealOperation(registry.engine(), work)::run));
        });
    }

    @Override
    public void retire(KeyId key) {
        observed(Operation.KEYS_RETIRE, trail -> {
            trail.of(key);
            new RetireOperation(registry.engine(), seal, grace).retire(key);
            return null;
        });
    }

    @Override
    public void destroy(KeyId key) {
        observed(Operation.KEYS_DESTROY, trail -> {
            trail.of(key);
            new RetireOperation(registry.engine(), seal, grace).destroy(key);
            return null;
        });
    }

    @Override
    public KeysReport verify(KeysProgress progress) {
        return observed(Operation.KEYS_VERIFY, trail -> {
            KeyWork work = new KeyWork("verify", progress);
            return trail.rowsOf(work.run(new VerifyOperation(registry.engine(), work)::run));
        });
    }

    @Override
    public void addMasterKey(MasterKeySource added) {
        observed(Operation.ADD_MASTER_KEY, trail -> {
            add(added, trail);
            return null;
        });
    }

    private void add(MasterKeySource added, Trail trail) {
        if (!(added instanceof MasterKey source)) {
            throw new IllegalArgumentException("a master key is one of MasterKey's, this is a "
                    + added.getClass().getName());
        }
        KeyRing keys = registry.engine().keys();
        keys.forSealing();
        WrappingMaster master = source.forNewWrap();
        trail.of(master.id());
        keys.change(
                "add the master key " + master.id(),
                known -> seal.with(known.slot(), master)
                        .map(next -> new SlotChange(next, "the master key " + master.id() + " was added")));
    }

    @Override
    public void removeMasterKey(MasterKeyId removed) {
        observed(Operation.REMOVE_MASTER_KEY, trail -> {
            trail.of(removed);
            remove(removed);
            return null;
        });
    }

    private void remove(MasterKeyId removed) {
        KeyRing keys = registry.engine().keys();
        if (keys.stored().isPresent()) {
            keys.change(
                    "remove the master key " + removed,
                    known -> seal.without(known.slot(), removed)
                            .map(next -> new SlotChange(next, "the master key " + removed + " was removed")));
        }
    }

    private <T extends @Nullable Object> T observed(Operation operation, Function<Trail, T> work) {
        return registry.observation().run(new Trail(operation, null, null), work);
    }

    @Override
    public String toString() {
        return "Keys";
    }
}
