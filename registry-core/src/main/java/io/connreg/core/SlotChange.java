package io.connreg.core;

import io.connreg.spi.KeySlot;

/**
 * What an operation on keys makes of the slot.
 *
 * @param event what operators are told once the store has acknowledged it
 */
record SlotChange(KeySlot next, String event) {}
