import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { addressOf } from '#app/features/reports/period-address.ts'
import { Frame } from './frame.tsx'
import { MissingPage, PageFailed } from './page-states.tsx'
import { FloorPage, OrderPage, PayPage } from './till-pages.tsx'

const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: MissingPage,
  errorComponent: PageFailed,
})
const floorRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: FloorPage })
// With the first page: a till whose server dies a second after it was paired can sell.
const orderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders/$orderId',
  component: OrderPage,
})
const payRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders/$orderId/pay',
  component: PayPage,
})
// A till seldom shows these: their code is fetched when somebody goes there, and kept for offline.
const kitchenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kitchen',
  component: lazyRouteComponent(() => import('#app/features/kitchen/kitchen-screen.tsx'), 'KitchenScreen'),
})
const historyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/history/{-$orderId}',
  component: lazyRouteComponent(() => import('./history-page.tsx'), 'HistoryPage'),
})
const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  validateSearch: addressOf,
  component: lazyRouteComponent(() => import('./reports-page.tsx'), 'ReportsPage'),
})
const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/office/{-$section}',
  component: lazyRouteComponent(() => import('./office-page.tsx'), 'OfficePage'),
})

const devicesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/devices/{-$section}',
  component: lazyRouteComponent(() => import('./devices-page.tsx'), 'DevicesPage'),
})

const stockRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stock',
  component: lazyRouteComponent(() => import('./stock-page.tsx'), 'StockPage'),
})

const wasteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/waste',
  component: lazyRouteComponent(() => import('./waste-page.tsx'), 'WastePage'),
})

const shiftsPage = lazyRouteComponent(() => import('./shifts-page.tsx'), 'ShiftsPage')
const drawerRoute = createRoute({ getParentRoute: () => rootRoute, path: '/drawer', component: shiftsPage })
const checkOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/check-out',
  component: shiftsPage,
})
const dayRoute = createRoute({ getParentRoute: () => rootRoute, path: '/day', component: shiftsPage })

const printingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/printing',
  component: lazyRouteComponent(() => import('./printing-page.tsx'), 'PrintingPage'),
})

const routeTree = rootRoute.addChildren([
  floorRoute,
  orderRoute,
  payRoute,
  kitchenRoute,
  historyRoute,
  reportsRoute,
  officeRoute,
  devicesRoute,
  stockRoute,
  wasteRoute,
  drawerRoute,
  checkOutRoute,
  dayRoute,
  printingRoute,
])

export function createAppRouter() {
  return createRouter({ routeTree, defaultErrorComponent: PageFailed, defaultPreload: 'intent' })
}

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
