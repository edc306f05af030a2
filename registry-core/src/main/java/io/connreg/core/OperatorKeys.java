package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.Keys;
import io.connreg.KeysProgress;
import io.connreg.KeysReport;
import io.connreg.KeysStatus;
import io.connreg.MasterKeyId;
import io.connreg.MasterKeySource;
import java.time.Duration;

/** The operations on keys, each a class of its own where it is more than one change of the slot. */
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
        return StatusOperation.run(registry.engine().store());
    }

    @Override
    public KeyId rotate() {
        return new RotateOperation(registry.engine().keys(), seal).run();
    }

    @Override
    public KeysReport reseal(KeysProgress progress) {
        KeyWork work = new KeyWork("reseal", progress);
        return work.run(new ResealOperation(registry.engine(), work)::run);
    }

    @Override
    public void retire(KeyId key) {
        new RetireOperation(registry.engine(), seal, grace).retire(key);
    }

    @Override
    public void destroy(KeyId key) {
        new RetireOperation(registry.engine(), seal, grace).destroy(key);
    }

    @Override
    public KeysReport verify(KeysProgress progress) {
        KeyWork work = new KeyWork("verify", progress);
        return work.run(new VerifyOperation(registry.engine(), work)::run);
    }

    @Override
    public void addMasterKey(MasterKeySource added) {
        if (!(added instanceof MasterKey source)) {
            throw new IllegalArgumentException("a master key is one of MasterKey's, this is a "
                    + added.getClass().getName());
        }
        KeyRing keys = registry.engine().keys();
        keys.forSealing();
        WrappingMaster master = source.forNewWrap();
        keys.change(
                "add the master key " + master.id(),
                known -> seal.with(known.slot(), master)
                        .map(next -> new SlotChange(next, "the master key " + master.id() + " was added")));
    }

    @Override
    public void removeMasterKey(MasterKeyId removed) {
        KeyRing keys = registry.engine().keys();
        if (keys.stored().isPresent()) {
            keys.change(
                    "remove the master key " + removed,
                    known -> seal.without(known.slot(), removed)
                            .map(next -> new SlotChange(next, "the master key " + removed + " was removed")));
        }
    }

    @Override
    public String toString() {
        return "Keys";
    }
}
