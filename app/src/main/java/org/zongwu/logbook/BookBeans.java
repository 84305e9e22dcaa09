package org.zongwu.logbook;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.NavEntry;

/** Each declared book also stands in the menu and among the import templates: beans that follow from the book's own. */
@Component
class BookBeans implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        var beans = (ConfigurableListableBeanFactory) registry;
        for (var name : beans.getBeanNamesForType(Logbook.class, true, false)) {
            registry.registerBeanDefinition(name + "InMenu", BeanDefinitionBuilder.genericBeanDefinition(NavEntry.class,
                    () -> inMenu(beans.getBean(name, Logbook.class))).getBeanDefinition());
            registry.registerBeanDefinition(name + "Import", BeanDefinitionBuilder.genericBeanDefinition(ImportTemplate.class,
                    () -> new BookTemplate(beans.getBean(name, Logbook.class), beans.getBean(BookDesk.class))).getBeanDefinition());
        }
    }

    private static NavEntry inMenu(Logbook book) {
        var access = book.readAccess();
        return new NavEntry(book.menuGroup, book.key() + ".title", book.path(), book.menuOrder, access.duties());
    }
}
