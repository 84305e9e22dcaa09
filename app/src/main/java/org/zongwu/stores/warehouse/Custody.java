package org.zongwu.stores.warehouse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.LeavingCheck;
import org.zongwu.web.Messages;

/** R-CUS-1: every warehouse has one keeper at any time. R-CUS-2: nobody leaves who still is one. */
@Component
class Custody implements Control, LeavingCheck {
    private final WarehouseRepository warehouses;
    private final Messages messages;
    private final Clock clock;

    Custody(WarehouseRepository warehouses, Messages messages, Clock clock) {
        this.warehouses = warehouses;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "R-CUS-1";
    }

    @Override
    public Result check() {
        return new Result(warehouses.count(), warehouses.unkept(LocalDate.now(clock)).stream().map(name -> messages.say("control.stores.unkept", name)).toList());
    }

    @Override
    public List<Held> held(UUID employeeId) {
        return warehouses.all(LocalDate.now(clock)).stream().filter(w -> employeeId.equals(w.keeperId()))
                .map(w -> new Held("held.stores.warehouse", List.of(w.name()), "/stores/warehouses/" + w.id() + "/handover")).toList();
    }
}
