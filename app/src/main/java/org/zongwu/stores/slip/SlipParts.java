package org.zongwu.stores.slip;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Originals;
import org.zongwu.kernel.Journal;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;
import org.zongwu.web.Prints;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** What the screens of every kind work with. */
@Component
record SlipParts(List<SlipKind> kinds, SlipService service, SlipViews views, ItemService items, WarehouseService warehouses, Registers registers,
        Submissions submissions, Prints prints,
        Messages messages, Trail trail, Journal journal, Originals originals, Tenancy tenancy, Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
